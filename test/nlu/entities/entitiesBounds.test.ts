import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { findAddresses } from '../../../nlu/entities/address/index.ts';
import { fold } from '../../../nlu/entities/folded.ts';
import { findEntities } from '../../../nlu/entities/index.ts';
import { findMoney } from '../../../nlu/entities/money.ts';
import { findPhones } from '../../../nlu/entities/phone.ts';
import { guardedRuns } from '../../../nlu/entities/time/guardedRuns.ts';
import { findTimes } from '../../../nlu/entities/time/index.ts';
import { CHINESE_DATES, CHINESE_PARTS } from '../../../nlu/entities/time/words/chinese.ts';
import type { HearingContext } from '../../../nlu/heard.ts';
import { EN, found, HANS, HANT, times } from './support.ts';

const WORDS = (
  '后 年 周 分 前 上 下 个 半 点 三 十 一 两 0 1 2 12 2026 : - / . , 到 或者 周一 下下周 月 日 号 明天 下午 晚 今晚 小时 天 之前 左右 差 一刻 春节 期间 工作日 ' +
  '第 季度 路 号楼 栋 室 我叫 王 块 五毛 ¥ 账号 ad ts20261121 the of monday next after by at 3pm half an hour and a to between 5th march first quarter room 12 road'
).split(' ');
const speech = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(' ', '，', '😀', '\u200b', '\n')),
    { maxLength: 40 },
  )
  .chain((words) => fc.constantFrom(words.join(''), words.join(' ')));

const check = (text: string, context: HearingContext): void => {
  let last = 0;
  const entities = findEntities(text, context);
  for (const entity of entities) {
    assert.equal(text.slice(entity.start, entity.end), entity.text);
    assert.ok(entity.start >= last && entity.end > entity.start, 'sorted, not empty');
    last = entity.start;
    if (entity.type !== 'time') continue;
    assert.ok(entity.values.length > 0, 'a time has a reading');
    let from = -Infinity;
    for (const value of entity.values) {
      assert.ok(
        value.from >= from && value.to >= value.from && Number.isFinite(value.to),
        'past first, no stretch backwards',
      );
      from = value.from;
    }
  }
  for (const [i, a] of entities.entries()) {
    for (const b of entities.slice(i + 1)) {
      const both =
        a.type === 'device' || a.type === 'service'
          ? a.type !== b.type && (b.type === 'device' || b.type === 'service')
          : false;
      assert.ok(both || a.end <= b.start, 'no overlap');
    }
  }
};

describe('Entities of any text', () => {
  it('keep their promises for speech made of date words', () => {
    fc.assert(fc.property(speech, fc.constantFrom(HANS, HANT, EN), check), { numRuns: 400 });
  });

  it('keep their promises for any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(HANS, EN), check), {
      numRuns: 200,
    });
  });

  const bad: Readonly<Record<string, string>> = {
    nothing: '',
    'ten thousand characters': '明天下午三点来修宽带。'.repeat(910),
    'five thousand digits': '1'.repeat(5000),
    'two thousand times 一': '一'.repeat(2000),
    'three hundred Mondays': '星期一'.repeat(300),
    'ones and blanks': '1 '.repeat(500),
    'a thousand blanks': `1${' '.repeat(1000)}x`,
    'ones and dashes': '1-'.repeat(500),
    'half a surrogate pair': '\ud83d明天\ude00',
    'ligatures that grow': '\ufdfa'.repeat(10_000),
  };
  for (const [name, text] of Object.entries(bad)) it(`live through ${name}`, () => check(text, HANS));

  it('read at most two dozen times', () => assert.equal(times('星期一。'.repeat(300)).length, 24));

  it('look at no more than a bounded part of a long text', () =>
    assert.ok(fold('好'.repeat(100_000)).text.length <= 1501));

  for (const word of ['一', '1', '三点', '1-', '1:', '路', '一百', '星期一的', '半', '周一到', '三十块']) {
    it(`do twice the work for twice the ${word}`, () => {
      const cost = (times: number): number => {
        const { text, reads } = counted(word.repeat(times));
        const folded = { raw: '', text, starts: [], ends: [] };
        findTimes(folded, HANS);
        findMoney(folded, HANS);
        findPhones(folded, HANS);
        findAddresses(folded);
        return reads();
      };
      const one = cost(150);
      assert.ok(one > 0 && cost(300) <= 2.3 * one);
    });
  }
});

/** A text that counts how often its units and pieces are read. */
const counted = (of: string): { text: string; reads: () => number } => {
  let reads = 0;
  const text = new Proxy(Object(of), {
    get: (target, key) => {
      if (key !== 'length') reads++;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { text, reads: () => reads };
};

describe('The guard before the recogniser', () => {
  it('lets through short runs of date words that hold one we do not read', () => {
    assert.deepEqual(guardedRuns('去年第三季度的'), [{ start: 0, end: 7 }]);
    assert.equal(guardedRuns('第一季度，第二季度，第三季度，第四季度').length, 3);
  });

  for (const [name, text] of [
    ['long runs', `第一季度${'的第一年'.repeat(10)}`],
    ['long numerals', `第${'一'.repeat(13)}季度`],
    ['what the grammar reads', '明天下午三点'],
    ['other words', '季报'],
  ] as const) {
    it(`stops ${name}`, () => assert.deepEqual(guardedRuns(text), []));
  }
});

describe('Script', () => {
  const traditional = Converter({ from: 'cn', to: 't' });

  it('folds every traditional spelling of the words of dates', () => {
    for (const [word] of [...CHINESE_DATES, ...CHINESE_PARTS]) {
      assert.equal(fold(traditional(word)).text, fold(word).text);
    }
  });
});

describe('Zones', () => {
  it('follow the clock change of a zone', () => {
    const context: HearingContext = {
      language: 'en',
      now: Date.parse('2026-03-07T12:00:00-05:00'),
      timeZone: 'America/New_York',
    };
    const [time] = found('time', 'tomorrow 3pm', context);
    assert.deepEqual(
      time?.values.map(({ from }) => from),
      [Date.parse('2026-03-08T15:00:00-04:00')],
    );
    const [early] = found('time', 'tomorrow 3:30am', context);
    assert.equal(early?.values[0]?.from, Date.parse('2026-03-08T03:30:00-04:00'));
    const [day] = found('time', 'tomorrow', context);
    assert.equal((day?.values[0]?.to ?? 0) - (day?.values[0]?.from ?? 0), 23 * 3_600_000);
  });

  it('take the day from the zone, not from this machine', () => {
    const now = Date.parse('2026-11-18T23:30:00Z');
    const [time] = found('time', '今天', { ...HANS, now });
    assert.equal(time?.values[0]?.from, Date.parse('2026-11-19T00:00:00+08:00'));
  });
});
