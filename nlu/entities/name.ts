import type { Entity } from '../heard.ts';
import { isDigit, isHan, isLetter, skipBlank } from './characters.ts';
import { dictionary, listed } from './dictionary.ts';
import type { Folded } from './folded.ts';
import { fold, span } from './folded.ts';

/** How a name is introduced. `whole`: a name follows; `family`: at least a family name; `titled`: counts only with a title. */
type Cue = 'whole' | 'family' | 'titled' | 'english' | 'calling';

const cue = dictionary<Cue>(
  listed<Cue>([
    [
      'whole',
      'call_me 我叫 我叫做 我名叫 名字叫 名字叫做 我的名字是 名字是 我名字是 姓名 姓名是 本人 联系人 联系人是 叫我 机主 户主 机主是 户主是 登记人 名字系 我个名叫',
    ],
    ['family', '我姓 免贵姓 本人姓 敝姓 小姓'],
    ['titled', '我是 我系 这边是 这里是'],
    ['english', "my_name_is my_name's name_is the_name_is the_name's name: i_am_called i'm_called my_full_name_is"],
    ['calling', "this_is i_am i'm it's"],
  ]),
);

/** Family names, those left out that are function words more often (和, 时, 应, 向). */
const FAMILY = new Set(
  '王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳穆农司卓古吉缪简车连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池麻苑迟邝',
);
const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '慕容',
  '长孙',
  '夏侯',
  '端木',
  '令狐',
  '公孙',
];
/** Characters that end a given name: no name goes on with them. */
const STOP = new Set(
  '的了是在我你他她它您电手住想要这那号就也都和跟给到去打报办宽账地请麻帮不没今昨联身从，。吗呢吧啊呀叫姓多已刚师',
);
/** Characters of given names that end one only before these: 陈明, but 我叫陈 明天来. */
const STOP_BEFORE: Readonly<Record<string, string>> = {
  明: '天早晚年日',
  家: '里裡宽住在网都',
  有: '个没人事问',
  来: '办报问修查',
};
const endsName = (text: string, at: number): boolean => {
  const here = text[at] ?? '';
  return STOP.has(here) || (STOP_BEFORE[here]?.includes(text[at + 1] ?? ' ') ?? false);
};
const title = dictionary(listed([[true, '先生 女士 小姐 太太 生 同学 老师 阿姨 大姐 大哥']]));
const ENGLISH_STOP = new Set(
  "and back later when tomorrow today again my i from phone but the calling speaking here at is in on with number no not a an so please it its im i'm account for to of who you your we our spelled spelt misspelled misspelt wrong incorrect correct right different missing also already still".split(
    ' ',
  ),
);
const ENGLISH_TITLE = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'mr.', 'mrs.', 'ms.', 'dr.']);

/** Names by which customers introduce themselves: 我叫…, 我姓…, 叫我王先生, my name is …, this is … speaking. */
export const findNames = (folded: Folded): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  let at = 0;
  while (at < text.length) {
    const hit = cue(text, at) ?? (at === 0 && text[0] === '姓' ? { value: 'family' as const, end: 1 } : null);
    if (hit === null) {
      at++;
      continue;
    }
    const start = skipMarks(text, hit.end);
    const latin = isLetter(text[start]);
    const end = latin
      ? englishName(folded, at, start, hit.value)
      : isHan(text[start])
        ? hanName(text, start, hit.value)
        : null;
    if (end !== null) {
      const said = span(folded, start, end);
      found.push({ ...said, type: 'name', value: said.text.trim() });
    }
    at = end ?? hit.end;
  }
  return found;
};

const skipMarks = (text: string, from: number): number => {
  let at = skipBlank(text, from);
  if (text[at] === ':' || text[at] === ',' || text[at] === '是') at = skipBlank(text, at + 1);
  return at;
};

/** End of a Chinese name: a known family name, then at most two characters, or a title. */
const hanName = (text: string, start: number, kind: Cue): number | null => {
  const compound = COMPOUND.includes(text.slice(start, start + 2));
  if (!compound && !FAMILY.has(text[start] ?? '')) return null;
  const family = start + (compound ? 2 : 1);
  const direct = title(text, family);
  if (direct !== null && !(text.slice(family, direct.end) === '生')) return direct.end;
  if (text.startsWith('师傅', family)) return null;
  let end = family;
  while (end < family + 2 && isHan(text[end]) && !endsName(text, end)) {
    if (title(text, end) !== null && text[end] !== '生') break;
    end++;
  }
  const named = title(text, end);
  if (named !== null && end > family && text[end] !== '生') return named.end;
  if (text.startsWith('师傅', end)) return null;
  if (kind === 'titled') return null;
  return kind === 'family' || end > family ? end : null;
};

/** Names of other things than persons. */
const OTHER_NAMES = [
  'account',
  'user',
  'plan',
  'company',
  'street',
  'wifi',
  'network',
  'business',
  'building',
  'package',
];

/** End of an English name: at most three words; after "this is" only with a title, or with "speaking", "calling" behind. */
const englishName = ({ raw, text, starts }: Folded, said: number, start: number, kind: Cue): number | null => {
  if (OTHER_NAMES.some((word) => text.startsWith(`${word} `, said - word.length - 1))) return null;
  let end = start;
  let next = start;
  let titled = false;
  let capitals = 0;
  for (let words = 0; words < 3; ) {
    const stop = wordEnd(text, next);
    const word = text.slice(next, stop);
    if (word === '' || ENGLISH_STOP.has(word) || isDigit(text[stop]) || isLetter(text[stop])) break;
    if (ENGLISH_TITLE.has(word)) titled = true;
    else words++;
    if (raw.charAt(starts[next] ?? 0) !== text[next]) capitals++;
    end = stop;
    const gap = titled && text[stop] === '.' ? stop + 1 : stop;
    if (text[gap] !== ' ') break;
    next = gap + 1;
  }
  if (end === start) return null;
  const capital = raw.charAt(starts[start] ?? 0) !== text[start];
  const tail = text.slice(skipBlank(text, end), skipBlank(text, end) + 8);
  if (kind === 'calling' && capitals > 1) return end;
  if (kind === 'calling') return titled || tail.startsWith('speaking') || tail.startsWith('calling') ? end : null;
  return titled || capital || kind === 'english' ? end : null;
};

const wordEnd = (text: string, start: number): number => {
  let end = start;
  while (end - start < 24 && (isLetter(text[end]) || text[end] === "'" || text[end] === '-')) end++;
  return end;
};

/** Whether Han words of two to four characters, in either script, begin as a person's name does. */
export const beginsWithFamilyName = (words: string): boolean => {
  const { text } = fold(words);
  if (text.length < 2 || text.length > 4) return false;
  return COMPOUND.includes(text.slice(0, 2)) || (FAMILY.has(text.charAt(0)) && text.length < 4);
};
