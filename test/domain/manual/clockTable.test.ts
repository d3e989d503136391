import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { shippedManual } from '../shipped.ts';

const page = readFileSync(new URL('../../../docs/cases.md', import.meta.url), 'utf8');
const section = page.split(/^## /m).find((each) => each.startsWith('Clocks')) ?? '';
const cells = section
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

describe('the table of clocks in the documents', () => {
  it('says what the manual does', () => {
    const ends: readonly string[] = ['closed', 'withdrawn'];
    const expected = Object.entries(shippedManual().clocks).map(([name, clock]) => {
      const { kinds, severity, level, category, target, limit, metBy, metWith, pauses } = clock;
      const of = [kinds.join(', '), severity, level, category].filter((part) => part !== undefined).join('; ');
      const stages = metBy.filter((stage) => !ends.includes(stage));
      const met = metBy.includes('registered') ? ['registered'] : metWith ? ['its category', ...stages] : stages;
      return ['', name, of, target, limit, met.join(', '), pauses ? 'yes' : 'no', ''];
    });
    assert.deepEqual(cells, expected);
  });
});
