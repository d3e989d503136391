const MARKS: readonly string[] = [
  '不对',
  '不對',
  '不是',
  '错了',
  '錯了',
  '说错了',
  '說錯了',
  '打错了',
  '打錯了',
  '写错了',
  '寫錯了',
  '搞错了',
  '搞錯了',
  '更正',
  '改成',
  '改为',
  '改為',
  '改到',
  '应该是',
  '應該是',
  '唔係',
  '唔啱',
  '等等',
  '等一下',
  '哦不',
  '噢不',
  'sorry',
  'no',
  'nope',
  'actually',
  'wait',
  'correction',
  'wrong',
  'i meant',
  'i mean',
  'not',
  'make it',
  'change',
];
/** Begin as a correction does, and are none. */
const NO_MARK =
  /^(not (sure|really|yet|that i know|working|at all)|no (idea|problem|worries|one|signal|internet|service))\b/i;
const TRAILING = /^[\s，,。.:：;；!！、-]+/u;
const LATIN = /[a-z]/;

/**
 * What stands after a correction mark at the beginning ("不对，是后天" → "是后天"), or null when nothing is being corrected.
 * Linear: a few fixed marks are looked up at the start, at most three times.
 */
export function correctionIn(text: string): string | null {
  let rest = text.trim().slice(0, 300);
  let found = false;
  for (let i = 0; i < 3; i++) {
    const lower = rest.toLowerCase();
    if (NO_MARK.test(lower)) break;
    const mark = MARKS.find((m) => lower.startsWith(m) && !(LATIN.test(m) && LATIN.test(lower[m.length] ?? '')));
    if (mark === undefined) break;
    rest = rest.slice(mark.length).replace(TRAILING, '');
    found = true;
  }
  return found ? rest : null;
}
