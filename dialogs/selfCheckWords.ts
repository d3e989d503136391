import type { Heard } from '../nlu/heard.ts';
import { isUnsure } from './evasion.ts';
import { symptomOf } from './symptoms.ts';
import { mentions } from './words.ts';
import { yesNo } from './yesNo.ts';

const FAILED =
  /不行|没用|沒用|冇用|还是|還是|一样|一樣|仍然|没好|沒好|没反应|沒反應|still|not working|no change|no luck|didn.?t (help|work)|doesn.?t/;
const CANNOT =
  /不方便|没法|沒法|没办法|沒辦法|没有?时间|沒有?時間|不在家|等会|等會|稍后|稍後|不会|不會|唔識|唔识|不懂|唔明|不知道|不晓得|不曉得|什么(是|叫)|什麼(是|叫)|是什么|是什麼|在哪|找不到|搞不|弄不|没有?光猫|太麻烦|太麻煩|太复杂|太複雜|later|not (at )?home|can.?t (try|now|do)|no time|(don.?t|do not) (know|understand|have)|how do i|what is|what.?s|where is|too (complicated|difficult|hard)/;
const WORKED = /好了|恢复了|恢復了|可以了|能上了|正常了|works? (now|again)|fixed|it.?s back|solved/;
const TRYING =
  /我?(试试|試試|试一下|試一下|试试看|試試看|去试|去試)|稍等|等等|等一下|等我|(will|let me|i.?ll|gonna|going to) try|trying|one (sec|moment|minute)|hang on|hold on|give me a/;
const DOWN = /没有|沒有|冇|不能|上不了|用不了|红灯|紅燈|亮红|亮紅|\bred\b|\bno\b|nope|same/;

/** What came of the self-check: it failed, it helped, the customer cannot do it, or is about to. */
export function selfCheckIn(heard: Heard): 'failed' | 'worked' | 'later' | 'trying' | null {
  const { text } = heard;
  if (mentions(text, FAILED)) return 'failed';
  if (mentions(text, CANNOT) || isUnsure(text)) return 'later';
  if (mentions(text, WORKED)) return 'worked';
  if (text.length <= 40 && mentions(text, TRYING)) return 'trying';
  const said = yesNo(heard);
  if (said === 'yes') return 'trying';
  if (said === 'no' || mentions(text, DOWN)) return 'failed';
  return symptomOf(text) === 'other' ? null : 'failed';
}
