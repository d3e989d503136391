import assert from 'node:assert/strict';
import { CASE_KINDS } from '../../../domain/cases/case.ts';
import { LANGUAGES, type Names } from '../../../domain/ids.ts';
import { shippedManual } from '../shipped.ts';

const manual = shippedManual();

/** Every `names`-like object in the manual. */
function* namesIn(part: unknown, path = ''): Generator<readonly [string, Partial<Names>]> {
  if (typeof part !== 'object' || part === null) return;
  if ('zh-Hans' in part) return yield [path, part as Partial<Names>];
  for (const [key, value] of Object.entries(part)) yield* namesIn(value, `${path}.${key}`);
}

describe('the shipped manual', () => {
  const figures: readonly (readonly [string, string, string])[] = [
    ['intake-confirmed', 'at once', '1 working day'],
    ['complaint-registered', 'at once', '24 h'],
    ['complaint-classified', 'at once', '48 h'],
    ['complaint-moderate-response', '24 h', '24 h'],
    ['complaint-major-manager', 'at once', '1 h'],
    ['complaint-first-findings', '48 h', '2 working days'],
    ['complaint-resolved', '48 h', '7 working days'],
    ['fault-first-response', 'at once', '30 min'],
    ['fault-restored', '45 min', '48 h'],
    ['fault-major-restored', '2 h', '2 h'],
    ['security-reported', 'at once', '1 h'],
    ['feedback-answered', '24 h', '24 h'],
    ['privacy-answered', '7 days', '15 days'],
  ];
  for (const [id, target, limit] of figures) {
    it(`keeps ${id} at ${target} and ${limit}`, () => {
      const clock = manual.clocks[id];
      assert.deepEqual([clock?.target, clock?.limit], [target, limit]);
    });
  }

  it('promises something for every kind of case', () => {
    for (const kind of CASE_KINDS) {
      const told = Object.values(manual.clocks).filter((clock) => clock.promised && clock.kinds.includes(kind));
      assert.ok(told.length > 0, kind);
    }
  });

  it('ends every clock but those of registration when a case is withdrawn', () => {
    for (const [id, { metBy }] of Object.entries(manual.clocks)) {
      assert.ok(metBy.includes('registered') || metBy.includes('withdrawn'), id);
    }
  });

  it('has no Han character in English and a script of its own in each Chinese', () => {
    const simplifiedOnly = /[们这请网时间没开关电话务号码费问题样说让还机线路灯]/u;
    const traditionalOnly = /[們這請網時間沒開關電話務號碼費問題樣說讓還機線燈]/u;
    const shared = /[路没]/gu;
    for (const [path, names] of namesIn(manual)) {
      for (const language of LANGUAGES) assert.ok(names[language], `${path} ${language}`);
      assert.doesNotMatch(names.en ?? '', /\p{Script=Han}/u, path);
      assert.doesNotMatch((names['zh-Hant'] ?? '').replace(shared, ''), simplifiedOnly, path);
      assert.doesNotMatch((names['zh-Hans'] ?? '').replace(shared, ''), traditionalOnly, path);
    }
  });

  it('uses the words of Taiwan and Hong Kong in Traditional Chinese', () => {
    const mainland = /網絡電視|寬帶|光貓|營業廳|短信|短訊|信號|質量|套餐|登錄|視頻|軟件|賬/u;
    for (const [path, names] of namesIn(manual)) assert.doesNotMatch(names['zh-Hant'] ?? '', mainland, path);
  });
});
