import type { Heard } from '../nlu/heard.ts';
import { fold } from './choices.ts';

/** What steers a conversation instead of answering a question. */
export type Command = 'cancel' | 'restart' | 'back' | 'help' | 'recap' | 'handoff';

const RECAP =
  /(我|俺)(刚才|剛才|刚刚|剛剛|都|前面|之前|已经|已經)*(说|說|讲|講|填|报|報)(了|过|過)*(什么|什麼|啥|哪些)|(填|登记|登記|记|記)(了|到|下)*(什么|什麼|哪些|哪里|哪裡)(了|信息|資料)?|what(have|did)i(told|tell|said|say|given|give)|what(do|did)youhave(so|noted|down)|^recap$|summarise|summarize/u;
const CANCEL =
  /^(取消|算了|算啦|不办了|不辦了|不用办了|不弄了|不要了|别弄了|cancel|nevermind|forgetit|forgetaboutit|stop)(吧|了|啦)?$/u;
const RESTART =
  /^(重新开始|重新開始|重来|重來|从头来|從頭來|从头开始|從頭開始|startover|restart|startagain)(吧|一下)?$/u;
const BACK = /^(返回|返回上一步|回上一步|上一步|退回|goback|back|previous)$/u;
const PERSON =
  /^(转|轉|接|找|要|我要|请转|請轉|帮我转|幫我轉)*(人工|人工客服|人工服务|人工服務|真人|真人客服|客服|專員|专员)$|^(talktoaperson|agent|humanplease|human|operator|representative|speaktoaperson|realperson)$/u;

/** Words that are a command whatever the model thinks; short and whole, so that they never fire inside a story. */
function spelled(said: string): Command | null {
  if (said.length > 40) return null;
  if (CANCEL.test(said)) return 'cancel';
  if (RESTART.test(said)) return 'restart';
  if (BACK.test(said)) return 'back';
  if (PERSON.test(said)) return 'handoff';
  if (RECAP.test(said)) return 'recap';
  return null;
}

const BY_INTENT: Partial<Record<Heard['intent'], Command>> = {
  cancel: 'cancel',
  restart: 'restart',
  back: 'back',
  help: 'help',
  'handoff.request': 'handoff',
};

/**
 * The command in an utterance. Inside a telling (`free: 'story'`) only short, sure words interrupt: never interrupt a
 * telling (manual section 9), but a person is always one message away.
 */
export function commandIn(heard: Heard, free: 'words' | 'story' | null): Command | null {
  const said = fold(heard.text.slice(0, 400));
  const exact = spelled(said);
  if (exact) return exact;
  const meant = BY_INTENT[heard.intent] ?? null;
  if (meant === null || heard.band !== 'act') return null;
  const limit = free === 'story' ? 16 : free === 'words' ? 30 : 80;
  return heard.text.length <= (heard.language === 'en' ? limit * 2.5 : limit) ? meant : null;
}
