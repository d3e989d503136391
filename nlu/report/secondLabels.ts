import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Agreement, agreementOf } from '../evaluation/agreement.ts';
import { type Example, parseLines } from '../examples.ts';

/** Labels given a second time, the first ones unseen. `category` and `grade` (severity or level) where the intent calls for them. */
const Second = z.strictObject({
  id: z.string(),
  intent: z.string(),
  category: z.string().nullable(),
  grade: z.string().nullable(),
});
type Second = z.infer<typeof Second>;

const FILE = 'secondLabels.jsonl';

/** Agreement of the two labellings by head; those of complaints and faults where both say that it is one. */
export const secondLabels = (examples: readonly Example[]): Record<string, Agreement | null> => {
  const first = new Map(examples.map((row) => [row.id, row]));
  const both = parseLines(FILE, readFileSync(new URL(FILE, import.meta.url), 'utf8'), Second).flatMap((second) => {
    const row = first.get(second.id);
    return row ? [{ row, second }] : [];
  });
  const of = (one: (row: Example) => string | null, other: (second: Second) => string | null): Agreement | null =>
    agreementOf(
      both.flatMap(({ row, second }) => {
        const [a, b] = [one(row), other(second)];
        return a !== null && b !== null ? [[a, b] as const] : [];
      }),
    );
  const grade = (intent: string, part: 'category' | 'grade') => (second: Second) =>
    second.intent === intent ? second[part] : null;
  return {
    intent: of(
      (row) => row.intent,
      (second) => second.intent,
    ),
    'complaint category': of((row) => row.complaintCategory, grade('complaint.file', 'category')),
    severity: of((row) => row.severity, grade('complaint.file', 'grade')),
    'fault category': of((row) => row.faultCategory, grade('fault.report', 'category')),
    'fault level': of((row) => row.faultLevel, grade('fault.report', 'grade')),
  };
};
