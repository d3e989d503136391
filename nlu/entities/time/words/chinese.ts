import type { Part } from '../days.ts';
import type { FeastId } from '../holidays.ts';
import type { DateEntry, Stretch } from './word.ts';
import { AFTERNOON, all, DAYTIME, DUSK, EARLY, EVENING, LATE, MORNING, NOON } from './word.ts';

/** Days by their distance from today, Cantonese included (mainland script). */
const DAYS: readonly (readonly [number, string])[] = [
  [0, '今天 今日 今儿'],
  [1, '明天 明日 听日 明儿'],
  [2, '后天 后日 後日'],
  [3, '大后天 大后日'],
  [-1, '昨天 昨日 寻日 噚日 琴日 昨儿'],
  [-2, '前天 前日'],
  [-3, '大前天 大前日'],
];

/** Short forms that hold a part of the day: 今晚, 明早, 听朝. */
const DAY_PARTS: readonly (readonly [number, Part, string])[] = [
  [0, EVENING, '今晚 今夜'],
  [0, MORNING, '今早 今晨 今朝'],
  [1, MORNING, '明早 明晨 听朝 听早'],
  [1, EVENING, '明晚 听晚'],
  [-1, EVENING, '昨晚 昨夜 寻晚 噚晚 琴晚'],
  [-1, MORNING, '昨早 寻朝 琴朝'],
  [2, EVENING, '后晚'],
  [2, MORNING, '后早'],
  [-2, EVENING, '前晚'],
];

const SHIFTS: readonly (readonly [number, string])[] = [
  [0, '这 这个 本 这一 呢个 今'],
  [1, '下 下个 下一个 下一'],
  [2, '下下 下下个 再下个'],
  [-1, '上 上个 上一个 上一'],
  [-2, '上上 上上个'],
];

const WEEKS = ['周', '星期', '礼拜'];
const WEEKDAYS: readonly (readonly [number, string])[] = [
  [1, '一 1'],
  [2, '二 2'],
  [3, '三 3'],
  [4, '四 4'],
  [5, '五 5'],
  [6, '六 6'],
  [7, '日 天'],
];
const STRETCHES: readonly (readonly [Stretch, string])[] = [
  ['begin', '初'],
  ['middle', '中'],
  ['end', '底 末'],
  ['first-third', '上旬'],
  ['second-third', '中旬'],
  ['last-third', '下旬'],
];

const FEASTS: readonly (readonly [FeastId, string])[] = [
  ['new-year', '元旦 元旦节 新历新年'],
  ['new-years-eve', '跨年夜'],
  ['spring', '春节 大年初一 年初一 农历新年 正月初一 旧历新年 过年'],
  ['spring-eve', '除夕 除夕夜 大年三十 年三十 年三十晚 大年夜'],
  ['lantern', '元宵 元宵节 正月十五'],
  ['qingming', '清明 清明节'],
  ['labour', '劳动节 五一 五一节 五一劳动节 5.1节'],
  ['children', '儿童节 六一 六一儿童节'],
  ['dragon-boat', '端午 端午节'],
  ['qixi', '七夕 七夕节'],
  ['mid-autumn', '中秋 中秋节'],
  ['chongyang', '重阳节 重阳'],
  ['national', '国庆 国庆节 十一国庆'],
  ['singles-day', '双十一 双11'],
  ['christmas-eve', '平安夜'],
  ['christmas', '圣诞 圣诞节'],
  ['womens-day', '妇女节 三八节'],
  ['mothers-day', '母亲节'],
  ['double-tenth', '双十节'],
  ['valentine', '情人节'],
  ['lunar-2', '大年初二 年初二 正月初二'],
  ['lunar-3', '大年初三 年初三 正月初三'],
  ['lunar-4', '大年初四 年初四 正月初四'],
  ['lunar-5', '大年初五 年初五 正月初五'],
  ['lunar-6', '大年初六 年初六 正月初六'],
  ['lunar-7', '大年初七 年初七 正月初七'],
];
/** What makes of a feast the days off around it. 十一 is a number without one of these. */
const OFF = [
  '期间',
  '假期',
  '长假',
  '黄金周',
  '放假',
  '节期间',
  '节假期',
  '放假期间',
  '假期期间',
  '长假期间',
  '小长假',
  '那几天',
  '七天',
];

export const CHINESE_DATES: readonly DateEntry[] = [
  ...DAYS.flatMap(([offset, words]) => all({ is: 'day', offset } as const, words)),
  ...DAY_PARTS.flatMap(([offset, part, words]) => all({ is: 'day', offset, part } as const, words)),
  ...WEEKS.flatMap((week) => [
    ...WEEKDAYS.flatMap(([n, names]) =>
      all({ is: 'weekday', n, shift: null } as const, names).map(([name, word]) => [week + name, word] as const),
    ),
    ...all({ is: 'weekend', shift: null } as const, `${week}末 双休日`),
  ]),
  ...SHIFTS.flatMap(([shift, before]) =>
    before.split(' ').flatMap((prefix): DateEntry[] => [
      ...WEEKS.flatMap((week): DateEntry[] => [
        ...WEEKDAYS.flatMap(([n, names]) =>
          names.split(' ').map((d): DateEntry => [prefix + week + d, { is: 'weekday', n, shift }]),
        ),
        [`${prefix}${week}末`, { is: 'weekend', shift }],
        [prefix + week, { is: 'period', unit: 'week', shift }],
      ]),
      [`${prefix}月`, { is: 'period', unit: 'month', shift }],
      [`${prefix}个月`, { is: 'period', unit: 'month', shift }],
      ...STRETCHES.flatMap(([stretch, ends]) =>
        ends.split(' ').flatMap((end): DateEntry[] => [
          [`${prefix}月${end}`, { is: 'month-part', stretch, shift }],
          [`${prefix}个月${end}`, { is: 'month-part', stretch, shift }],
        ]),
      ),
    ]),
  ),
  ...STRETCHES.flatMap(([stretch, ends]) => [
    ...ends.split(' ').flatMap((end): DateEntry[] => [[`月${end}`, { is: 'month-part', stretch, shift: null }]]),
    ...(ends.includes('旬') ? all({ is: 'month-part', stretch, shift: null } as const, ends) : []),
    ...ends.split(' ').flatMap((end): DateEntry[] =>
      ends.includes('旬')
        ? []
        : [
            [`年${end}`, { is: 'year-part', stretch, shift: null }],
            [`今年${end}`, { is: 'year-part', stretch, shift: 0 }],
            [`明年${end}`, { is: 'year-part', stretch, shift: 1 }],
            [`去年${end}`, { is: 'year-part', stretch, shift: -1 }],
          ],
    ),
  ]),
  ...all({ is: 'period', unit: 'year', shift: 0 } as const, '今年 本年'),
  ...all({ is: 'period', unit: 'year', shift: 1 } as const, '明年 下年 出年'),
  ...all({ is: 'period', unit: 'year', shift: -1 } as const, '去年 上年 旧年'),
  ...all({ is: 'period', unit: 'year', shift: 2 } as const, '后年'),
  ...all({ is: 'period', unit: 'year', shift: -2 } as const, '前年'),
  ...all({ is: 'workday' } as const, '工作日 平日 上班日'),
  ...all({ is: 'around', past: [-1, 1], future: [0, 2] } as const, '这两天 这一两天 呢两日'),
  ...all({ is: 'around', past: [-3, 1], future: [0, 4] } as const, '这几天 这几日 这些天 呢几日 这三天 近几天'),
  ...all({ is: 'around', past: [-6, 0], future: null } as const, '前几天 前些天 前几日 几天前 前阵子 前段时间 早几日'),
  ...all({ is: 'around', past: [-3, 0], future: null } as const, '前两天'),
  ...all({ is: 'around', past: [-30, 1], future: null } as const, '最近 近期 最近这段时间'),
  ...all({ is: 'around', past: null, future: [2, 6] } as const, '过几天 过两天 迟啲 迟几日 过几日'),
  ...FEASTS.flatMap(([feast, names]) => [
    ...all({ is: 'feast', feast, off: false } as const, names),
    ...names.split(' ').flatMap((name) => OFF.map((off): DateEntry => [name + off, { is: 'feast', feast, off: true }])),
  ]),
  ...OFF.map((off): DateEntry => [`十一${off}`, { is: 'feast', feast: 'national', off: true }]),
];

export const CHINESE_PARTS: readonly (readonly [string, Part])[] = [
  ...all(EARLY, '凌晨 清早四点 凌晨时分'),
  ...all(MORNING, '早上 上午 早晨 清晨 清早 一早 早间 大清早 一大早 朝早 上昼 朝头早 早头'),
  ...all(NOON, '中午 正午 午间 晏昼 午饭时间'),
  ...all(AFTERNOON, '下午 午后 下昼'),
  ...all(DUSK, '傍晚 黄昏 傍黑 挨晚'),
  ...all(EVENING, '晚上 夜晚 晚间 夜里 夜间 晚黑 夜晚黑 夜晚间 晚'),
  ...all(LATE, '半夜 深夜 午夜 大半夜 三更半夜 半夜三更'),
  ...all(DAYTIME, '白天 日头 日间 上班时间 工作时间'),
];

/** Words that hold time words and mean no time: nothing is read of them. */
export const CHINESE_IDIOMS =
  '同一天 哪一天 每一天 某一天 有一天 那一天 这一天 一晚上 一下午 一上午 一早上 整晚上 整个下午 整个上午 整个晚上 晚一点 晚一些 早一点 早一些 慢一点 快一点 好一点 多一点 一天到晚 三天两头 三天两日 一年到头 成日 一点都 一点也 一点儿 有一点 一点点 有点 快点 慢点 早点 晚点 一点不 差一点 差一点点 早晚 迟早 半天没 每天 每日 每晚 每周 每月 每年 每个月 天天 日日 晚晚 ' +
  '每个星期 每个礼拜 每星期 每礼拜 一到晚上 一到下午 一到周末 每到晚上 每到周末 一到 周年 年度 月租 月费 月份套餐 包月 包年 包天 日租 年费 号码 年纪 年轻 年龄 时候 星期几 周几 礼拜几 几月几号 几点 几点钟 几号 什么时候 ' +
  '半夜鸡叫 过年好 一年一度 朝九晚五 7x24 7*24 24/7 7×24 早晚高峰 晚高峰 早高峰 晚餐 晚饭 晚会 晚了 晚到 太晚 很晚 好晚 多晚 晚班 晚辈 一天天 五五开 十一点半点 三十六计 一五一十 七上八下 ' +
  '年中无休 全年 全天 整天 成天 常年 往年 中午饭 早上好 晚上好 下午好 中午好 早晨好 上午好 晚安 第一天 第三天 第一年 第一个月 第一周 最近的 最近有没有 离我最近';
