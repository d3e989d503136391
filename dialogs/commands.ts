import type { Heard } from '../nlu/heard.ts';
import { fold, LAST } from './choices.ts';

/** What steers a conversation instead of answering a question. */
export type Command = 'cancel' | 'restart' | 'back' | 'help' | 'recap' | 'handoff';

const RECAP =
  /(刚才|剛才|之前|前面)(说|說|填|讲|講)的.{0,6}(还在|還在|保存|有吗|有嗎|记下|記下)|(我|俺)(刚才|剛才|刚刚|剛剛|都|前面|之前|已经|已經)*(说|說|讲|講|填|报|報)(了|过|過)*(什么|什麼|啥|哪些)|(填|登记|登記|记|記)(了|到|下)*(什么|什麼|哪些|哪里|哪裡)(了|信息|資料)?|what(have|did)i(told|tell|said|say|given|give)|what(do|did)youhave(so|noted|down)|^recap$|summarise|summarize/u;
const CANCEL =
  /^(还是|還是|那|那就|哎|唉|嗯)?(取消|先取消|我要取消|帮我取消|幫我取消|算了|算啦|先不办了|先不辦了|先不要|先不要了|先不用|先不用了|等等先不要|等等先不要了|等一下先不要|不办了|不辦了|不用办了|不弄了|不要了|别弄了|cancel|nevermind|forgetit|forgetaboutit|stop|cancelit|cancelthis|cancelthat|quit|exit|退出)(吧|了|啦)?$/u;
/** "I do not want to complain any more": what is open is given up. */
const NO_MORE =
  /^我?(不想|不要|不用|不需要|不|唔)(再)?(投诉|投訴|报修|報修|预约|預約|办理|辦理|约|約|办|辦|修|说|說|弄|改|申请|申請|查|搞)(了|啦|喇)(吧|谢谢|謝謝)?$|^(no)?i?(don['’]?t|donot|nolonger)(wantto|want|needto|need)?(complain|report|book|continue|goon|doit|dothis|this|it)?.{0,20}(anymore|anylonger)$/u;
/** The same after a word of giving up: "forget it, I don't want this appointment any more". */
const GIVEN_UP =
  /^(算了|算啦|唉|哎|那|还是|還是|不好意思|nevermind|forgetit|actually|ok|sorry|no)+.{0,12}?((不要|不用|不约|不約|不办|不辦|不修|不弄|不装|不裝|不投诉|不投訴|不预约|不預約)(了|掉|吧|啦|喇|算了)+|取消(了|掉|吧|啦|喇)*)$|^(算了|算啦)(吧)?(不.{0,8}|这个.{0,8}不要了?)?$/u;
const RESTART =
  /^(重新开始|重新開始|重新来|重新來|重新填|重来|重來|从头来|從頭來|从头开始|從頭開始|startover|restart|startagain)(吧|一下)?$/u;
const BACK =
  /^(返回|返回上一步|回上一步|回到上一步|上一步|上一題|上一题|退回|退回上一步|goback|back|previous|previousquestion|onestepback)(吧|一下)?$/u;
const PERSON =
  /^(我|要|想|请|請|帮我|幫我|给我|給我|直接|转|轉|转接|轉接|接|找|叫|到)*(一个|一個|个|個)?(人工|人工客服|人工服务|人工服務|人工坐席|真人|真人客服|真人服務|客服|客服人员|客服人員|專員|专员|活人)(吧|谢谢|謝謝)?$|^(talktoaperson|agent|humanplease|human|operator|representative|speaktoaperson|realperson|(i(want|need|wouldliketo|['’]dliketo|wantto|needto)?)?(canispeakto|canitalkto|speakto|talkto|speakwith|talkwith|getme|connectmeto)?(a|an|the)?(real|live)?(person|human|humanbeing|agent|humanagent|operator|representative|someone|customerservice)(please)?)$/u;

/** A person asked for at the end of a complaint about everything else. */
const PERSON_LAST =
  /(转|轉|找|接|要|换|換|叫)(到|个|個|一个|一個)?(人工|真人|活人)(客服|服务|服務)?(吧|谢谢|謝謝)?$|(want|need|speakto|talkto|speakwith|talkwith|getme|connectmeto)(a|an)?(real|live)?(person|human|humanbeing|agent|humanagent|operator|representative)(now|please)?$/u;

/** Words that are a command whatever the model thinks; short and whole, so that they never fire inside a story. */
function spelled(said: string): Command | null {
  if (said.length <= 90 && PERSON_LAST.test(said)) return 'handoff';
  if (said.length > 40) return null;
  if (CANCEL.test(said) || NO_MORE.test(said) || GIVEN_UP.test(said)) return 'cancel';
  if (RESTART.test(said)) return 'restart';
  if (BACK.test(said)) return 'back';
  if (PERSON.test(said)) return 'handoff';
  if (RECAP.test(said)) return 'recap';
  return null;
}

/** Whether words are nothing but the wish for a person. */
export function asksPerson(text: string): boolean {
  return text.length <= 40 && PERSON.test(fold(text));
}

const BY_INTENT: Partial<Record<Heard['intent'], Command>> = {
  cancel: 'cancel',
  restart: 'restart',
  back: 'back',
  help: 'help',
  'handoff.request': 'handoff',
};

/** What the model takes for one of these must also sound like it: "the power was cut" cancels nothing. */
const CUES: Partial<Record<Command, RegExp>> = {
  cancel:
    /取消|算了|算啦|不.{0,6}了|别|別|停止|不用|不要|放弃|放棄|撤|唔.{0,6}喇|cancel|stop|forget|never ?mind|quit|drop|don['’]?t|do not|no longer|leave it|abort|exit/i,
  restart: /重|从头|從頭|再来|再來|清空|start|again|over|begin|reset|scratch/i,
  back: /上|返回|退|回|前|back|previous|undo|last/i,
};

/** What is done to a device is no command to us: "I did restart it". */
const OF_A_DEVICE =
  /重(启|啟|开机|開機|新启动|新啟動|新开机|新開機)|reboot|(restart|reset)(ed|ing)?( it| them| the| my| twice)|(did|have|already|just|i) (restart|reset)/i;

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
  if (meant === 'back' && LAST.test(said)) return null;
  if (meant === 'restart' && OF_A_DEVICE.test(heard.text)) return null;
  if (CUES[meant]?.test(heard.text.slice(0, 200)) === false) return null;
  const limit = free === 'story' ? 16 : free === 'words' ? 30 : 80;
  return heard.text.length <= (heard.language === 'en' ? limit * 2.5 : limit) ? meant : null;
}
