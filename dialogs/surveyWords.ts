import { wholeNumber } from '../nlu/entities/numerals.ts';
import { fold } from './choices.ts';
import { mentions } from './words.ts';

/** In folded text: ends a survey politely. */
const ENDS =
  /^(我)?(不评了|不評了|不想评|不想評|不评|不評|不想评价|不想評價|不评价了|不評價了|跳过|跳過|全部跳过|全部跳過|不填了|不想填|没空|沒空|以后再说|以後再說|skip|skipit|skipall|skipthesurvey|stoprating|norating|notnow|nosurvey|maybelater|later)(吧|了|啦)?$/u;
const SKIPS =
  /^(跳过这题|跳過這題|这题跳过|這題跳過|这项不评|這項不評|下一题|下一題|skipthisone|next|nextone|nextquestion|noanswer)$/u;

/** The quick reply of an offered survey, and what is said like it. */
const TAKES = /^(我)?(现在|現在|来|來)?(评价|評價|打分|评分|評分)(一下|吧)?$|^(rate|rateit|rateitnow|ratenow)$/u;
export function takesSurvey(text: string): boolean {
  return TAKES.test(fold(text.slice(0, 60)));
}

export function endsSurvey(text: string): boolean {
  return ENDS.test(fold(text.slice(0, 60)));
}
export function skipsQuestion(text: string): boolean {
  return SKIPS.test(fold(text.slice(0, 60)));
}

const UNSOLVED =
  /(还|還|仲|都)(没|沒|未|冇)(有)?(好|搞掂|正常|恢复|恢復)|^未好|not (ok|okay|good|right|repaired|done) yet|^(no[,. ]+)?not yet|still (broken|slow|dead|no |out)|没(有)?(完全|能|能够)?(解决|解決|搞定|弄好|处理好|處理好|修好)|沒(有)?(完全|能|能夠)?(解決|搞定|弄好|處理好|修好)|未(解决|解決)|(还是|還是|仍然|依然).{0,6}(不行|不能|没|沒|有问题|有問題|一样|一樣|这样|這樣)|不行|冇(解决|解決|搞掂)|not? (been )?(really |fully |yet )?(solved|fixed|resolved|working)|unsolved|still (not|broken|down|the same|does ?n.t|can.?t)|(isn.t|wasn.t|hasn.t been|not yet) ?(solved|fixed|resolved)?/;
const SOLVED =
  /(已经|已經|现在|現在|都|终于|終於|真的)(全)?(好|正常|可以|行|通|得|搞定)(了|啦|喇|咗)|^(嗯|是的?|对|對|ok)?[,，]?(好了|可以了|正常了|没问题了|沒問題了|冇問題喇)|(能用|能上网|能上網|可以用|可以上网|可以上網|正常使用|修好|整好|搞掂|没事|沒事)(了|啦|喇|咗)|\b(is|it.?s|everything.?s|all|seems) (fine|ok|okay|good|working|back)( again)? now\b|\b(works|working|fine|ok|okay) (now|again|fine)\b|解决了|解決了|已解决|已解決|搞定了|弄好了|修好了|处理好了|處理好了|都好了|恢复了|恢復了|搞掂|\b(solved|fixed|resolved|sorted|works (now|again))\b/;

/** "Is it solved?" */
const ASKED = /[?？]\s*$|(吗|嗎|没|沒|没有|沒有|未|么|麼)[\s。.!！]*$|^(is|has|was|have|did|are) /;

/** Whether words tell that the matter is solved; null when they tell nothing of it. */
export function solvedIn(text: string): boolean | null {
  if (text.length > 80) return null;
  if (mentions(text, UNSOLVED)) return false;
  return mentions(text, SOLVED) && !mentions(text, ASKED) ? true : null;
}

/** Words for 1 to 5; the first that fits wins. */
const RATED: readonly (readonly [number, RegExp])[] = [
  [
    1,
    /非常(差|不满|不滿|糟)|很(差|糟)|太差|极差|極差|差劲|差勁|很不(满意|滿意|好)|terrible|awful|horrible|worst|very (bad|poor|unsatisf)/,
  ],
  [2, /不(满意|滿意|太好|怎么样|怎麼樣|好|行)|有点差|有點差|较差|較差|\b(bad|poor|unsatisf|not (so |very )?good)/],
  [
    5,
    /非常(好|棒|满意|滿意)|很(好|棒|满意|滿意)|太好|特别好|特別好|特别满意|特別滿意|完美|优秀|優秀|满分|滿分|超好|好评|好評|excellent|perfect|great|very (good|satisf|happy)|awesome|fantastic|top/,
  ],
  [
    3,
    /一般|还行|還行|还可以|還可以|马马虎虎|馬馬虎虎|普通|中等|凑合|\b(fair|average|so.?so|ok|okay|all right|medium)\b/,
  ],
  [4, /满意|滿意|不错|不錯|挺好|蛮好|蠻好|较好|較好|^好|\b(good|fine|satisfied|nice|happy)\b/],
];

const NUMBER =
  /^(我)?(给|給|打|评|評|就|igive(it|a|you)*|a|the)?(?<points>\d{1,2}|[零〇一二两兩三四五六七八九十]|zero|one|two|three|four|five|six|seven|eight|nine|ten)(分|颗星|顆星|星|points?|stars?|outof(5|five|10|ten)|\/(5|10))?(吧|了|啦|please)?$/u;

/** The number of a rating, said as `5`, `５分`, `五分`, `five stars`; null when none is said. */
export function pointsIn(text: string): number | null {
  const said = NUMBER.exec(fold(text.slice(0, 60)))?.groups?.points;
  return said === undefined ? null : wholeNumber(said);
}

/** A rating from 1 to 5, as a number or in words ("很好"). `out`: a number that is no such rating. */
export function ratingIn(text: string): number | 'out' | null {
  const points = pointsIn(text);
  if (points !== null) return points >= 1 && points <= 5 ? points : 'out';
  if (text.length > 40) return null;
  return RATED.find(([, words]) => mentions(text, words))?.[0] ?? null;
}
