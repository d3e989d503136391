import assert from 'node:assert/strict';
import { parseManual } from '../../../domain/manual/load.ts';
import { shippedText } from '../shipped.ts';

function faultsOf(text: string): readonly string[] {
  const read = parseManual(text, 'my.yaml');
  return read.kind === 'faulty' ? read.faults : [];
}

/** Line and column of the first place where a text stands in the shipped manual. */
function placeOf(text: string, shift = 0): string {
  const before = shippedText.slice(0, shippedText.indexOf(text) + shift);
  return `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}

function changed(from: string, to: string): string {
  assert.ok(shippedText.includes(from), `the shipped manual has ${from}`);
  return shippedText.replace(from, () => to);
}

describe('reading the manual', () => {
  it('takes the shipped one', () => {
    assert.equal(parseManual(shippedText, 'telecom.yaml').kind, 'manual');
  });

  const slips: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a wrong enum value',
      'severity: major',
      'severity: huge',
      /: clocks\.complaint-major-manager\.severity: found "huge"; allowed: minor, moderate, major$/,
    ],
    [
      'a duration in other words',
      'limit: 48 h',
      'limit: 48 hours',
      /: clocks\.complaint-classified\.limit: found "48 hours"; wanted: at once, 45 min, 48 h/,
    ],
    [
      'a number out of range',
      'misunderstandings: 2',
      'misunderstandings: 9',
      /: conduct\.misunderstandings: found 9; wanted: at most 5$/,
    ],
    [
      'a text instead of a number',
      'capacity: 4',
      'capacity: four',
      /: slotPlans\.install\.capacity: found "four"; wanted: number$/,
    ],
    [
      'an unknown team',
      'team: billing',
      'team: biling',
      /: complaintCategories\.billing-plan\.team: found "biling", which is not defined; allowed: customer-care, billing/,
    ],
    ['an unknown area', 'area: bj-haidian', 'area: bj-hidian', /: branches\.1\.area: found "bj-hidian"/],
    [
      'an unknown stage',
      'next: [classified, withdrawn]',
      'next: [sorted, withdrawn]',
      /: stages\.registered\.next\.0: found "sorted"; allowed: registered, classified/,
    ],
    [
      'an unknown symptom',
      'symptoms: [line-cut]',
      'symptoms: [line-cutt]',
      /: selfChecks\.0\.symptoms\.0: found "line-cutt"/,
    ],
    ['an unknown service', 'services: [iot]', 'services: [iott]', /: selfChecks\.\d+\.services\.0: found "iott"/],
    [
      'a window upside down',
      '["08:00", "22:00"]',
      '["22:00", "08:00"]',
      /: hours\.desk\.workingDays\.0: 22:00 is not before 08:00$/,
    ],
    [
      'overlapping windows',
      '["11:00", "13:00"]',
      '["10:00", "13:00"]',
      /: slotPlans\.install\.onWorkingDays\.1: begins at 10:00, before the former one ends at 11:00$/,
    ],
    ['a prefix used twice', 'prefix: HD', 'prefix: TS', /: caseKinds\.callback\.prefix: "TS" is taken by complaint$/],
    ['the prefix of bookings', 'prefix: HD', 'prefix: YY', /"YY" is taken by bookings$/],
    [
      'a limit under its target',
      'target: 7 days',
      'target: 16 days',
      /: clocks\.privacy-answered\.limit: found "15 days", shorter than the target "16 days"$/,
    ],
    [
      'a reminder in working days',
      'remindBefore: 2 h',
      'remindBefore: 1 working day',
      /: slotPlans\.repair\.remindBefore: found "1 working day"; wanted: min, h or days$/,
    ],
    [
      'an alias of two areas',
      'wangjing]',
      'wangjing, Nanshan]',
      /: areas\.5\.aliases: "nanshan" also names another area$/,
    ],
    ['an area defined twice', 'id: sz-futian', 'id: sz-nanshan', /: areas\.1\.id: "sz-nanshan" is defined twice$/],
    ['no area elsewhere', 'id: elsewhere', 'id: nowhere', /: areas: the area "elsewhere" is missing$/],
    ['a bad id', '  device-light:', '  Device Light:', /: symptoms\.Device Light: bad id; wanted: a lower-case id/],
  ];
  for (const [name, from, to, expected] of slips) {
    it(`refuses ${name}`, () => {
      const faults = faultsOf(changed(from, to));
      assert.ok(
        faults.some((fault) => expected.test(fault)),
        faults.join('\n'),
      );
      for (const fault of faults) assert.match(fault, /^my\.yaml:\d+:\d+: /);
    });
  }

  it('refuses a stage that no other leads to', () => {
    const text = shippedText
      .replace('next: [closed, reopened]', 'next: [closed]')
      .replace('next: [reopened]', 'next: []');
    assert.match(faultsOf(text).join('\n'), /: stages\.reopened: no stage leads here$/);
  });

  it('names line and column of the value', () => {
    const at = placeOf('severity: major', 'severity: '.length);
    assert.match(faultsOf(changed('severity: major', 'severity: huge'))[0] ?? '', new RegExp(`^my\\.yaml:${at}: `));
  });

  it('names the missing key and the nearest one of an unknown', () => {
    const faults = faultsOf(changed('  hotline: ', '  hotlin: '));
    assert.deepEqual(faults, [
      `my.yaml:${placeOf('operator:\n  names', 'operator:\n  '.length)}: operator.hotline: missing; wanted: string`,
      `my.yaml:${placeOf('  hotline: ', 2)}: operator.hotlin: unknown key; did you mean hotline?`,
    ]);
  });

  it('lists the allowed keys when none is near', () => {
    assert.match(
      faultsOf(`${shippedText}\nzzzzzzzzzzzz: 1\n`)[0] ?? '',
      /: zzzzzzzzzzzz: unknown key; allowed: version, operator/,
    );
  });

  it('reports every fault at once', () => {
    const text = changed('severity: major', 'severity: huge').replace('capacity: 4', 'capacity: 0');
    assert.equal(faultsOf(text).length, 2);
  });

  it('refuses broken, empty and repeated YAML with its place', () => {
    assert.match(faultsOf('version: [1')[0] ?? '', /^my\.yaml:1:\d+: /);
    assert.match(faultsOf('')[0] ?? '', /^my\.yaml:1:1: the manual: found null; wanted: object$/);
    assert.match(faultsOf('version: 1\nversion: 1')[0] ?? '', /^my\.yaml:2:1: Map keys must be unique/);
  });

  it('is not brought down by a small file that grows, a deep one or a long one', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`)
      .join('\n')}`;
    assert.match(faultsOf(bomb)[0] ?? '', /cannot be read: Excessive alias count/);
    assert.match(faultsOf('['.repeat(20_000))[0] ?? '', /more than 50 brackets/);
    assert.match(faultsOf('#'.repeat(1_000_001))[0] ?? '', /longer than/);
  });
});
