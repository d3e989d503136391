import type { Heard } from '../nlu/heard.ts';
import { fold } from './choices.ts';

const YES =
  /^(是|是的|对|對|对的|對的|好|好的|好啊|可以|行|行的|嗯|嗯嗯|没问题|沒問題|没错|沒錯|确认|確認|确定|確定|要|要的|需要|同意|ok|okay|yes|yep|yeah|sure|correct|right|confirm|confirmed|iagree|agree|yesplease|goahead|looksgood|allgood|thatsright|that['’]sright|thatscorrect|that['’]scorrect|thatiscorrect|submit|submitit|提交|确认提交|送出|確認送出|可以的|就这样|就這樣|正确|正確|对的没错|係|系|得|冇問題|冇问题|fine|alright|ofcourse|absolutely)(了|吧|啊|呀|嘅|哦|啦|喇|囉|咯)?(谢谢|謝謝|多谢|多謝|麻烦(你|您)?了?|麻煩(你|您)?了?|唔該|thanks|thankyou|please)?$/u;
const NO =
  /^(不|不是|不对|不對|不用|不用了|不要|不要了|不需要|否|没有|沒有|不了|不同意|不必|no|nope|nothanks|nothankyou|notnow|idonotagree|idontagree|disagree|唔係|唔要|唔使|唔同意)(了|吧|啊|呀|哦|啦|喇|囉|咯)?(谢谢|謝謝|多谢|多謝|唔該|thanks|thankyou)?$/u;

/** A yes or no that is nothing else; null for everything longer. */
export function plainYesNo(heard: Heard): 'yes' | 'no' | null {
  const said = fold(heard.text.slice(0, 60));
  if (YES.test(said)) return 'yes';
  return NO.test(said) ? 'no' : null;
}

export function isYesNo(text: string): boolean {
  const said = fold(text.slice(0, 60));
  return YES.test(said) || NO.test(said);
}

/** A yes or no by its words or, when the model is sure and it brings no facts, by its intent ("no, my number is …" is not a no). */
export function yesNo(heard: Heard): 'yes' | 'no' | null {
  const plain = plainYesNo(heard);
  if (plain) return plain;
  const facts = heard.entities.some((e) => e.type !== 'service' && e.type !== 'device');
  if (heard.band !== 'act' || heard.text.length > 40 || facts) return null;
  return heard.intent === 'affirm' ? 'yes' : heard.intent === 'deny' ? 'no' : null;
}
