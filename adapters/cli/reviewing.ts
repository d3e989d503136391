import { appendFileSync } from 'node:fs';
import type { Instant } from '../../domain/ids.ts';
import { INTENTS, type Intent } from '../../domain/labels.ts';
import type { OpenWording, Utterances } from '../../domain/learning.ts';
import { options, Usage } from '../../nlu/cli/fail.ts';
import { readExamples } from '../../nlu/examples.ts';
import { REVIEWED, review, type Verdict } from '../../nlu/reviewed.ts';

export const USAGE = [
  'usage: npm run --silent nlu:review [-- --limit N]',
  '       npm run --silent nlu:review -- accept ID INTENT [--category C] [--severity S] [--level L] [--also INTENT,INTENT]',
  '       npm run --silent nlu:review -- drop ID',
].join('\n');

export interface ReviewPorts {
  readonly learning: Utterances;
  /** The data folder, with `/` at the end. */
  readonly data: URL;
  readonly now: () => Instant;
  readonly print: (line: object) => void;
}

/** The id is not in the list, or the data contradict the verdict. */
export class NotReviewed extends Error {}

const LISTED = 50;
const MOST_LISTED = 1000;

/** One command of a reviewer; what it did as JSON lines. Throws Usage for a wrong command, NotReviewed for one that cannot be done. */
export async function reviewing(args: readonly string[], ports: ReviewPorts): Promise<void> {
  // an id may begin with a dash: it is taken before options are read
  const [command, id, ...more] = args;
  if (command === 'drop' && id !== undefined && more.length === 0) return drop(id, ports);
  if (command === 'accept' && id !== undefined) return accept(id, more, ports);
  const { values, rest } = options(args, ['--limit']);
  const limit = Number(values.get('--limit') ?? LISTED);
  if (rest.length > 0 || !Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED) throw new Usage(USAGE);
  for (const { text, count, kinds, chosen, ranked, language, lastAt, ...wording } of await ports.learning.list(limit))
    ports.print({ id: wording.id, text, count, kinds, chosen, ranked, language, last: new Date(lastAt).toISOString() });
}

async function drop(id: string, { learning, now, print }: ReviewPorts): Promise<void> {
  if (!(await learning.settle(id, now()))) throw new NotReviewed(`${id} is not in the list`);
  print({ dropped: id });
}

/** Written first, then settled: interrupted between the two, the same command finishes it. */
async function accept(id: string, args: readonly string[], ports: ReviewPorts): Promise<void> {
  const verdict = verdictOf(args);
  const wording: OpenWording | null = await ports.learning.find(id);
  if (wording === null) throw new NotReviewed(`${id} is not in the list`);
  const reviewed = review(wording, verdict, readExamples(ports.data));
  if (reviewed.kind === 'incomplete') throw new Usage(reviewed.wanted);
  if (reviewed.kind === 'clash')
    throw new NotReviewed(`${reviewed.id} of the data says ${reviewed.intent} of the same text`);
  if (reviewed.kind === 'row') appendFileSync(new URL(REVIEWED, ports.data), `${JSON.stringify(reviewed.row)}\n`);
  await ports.learning.settle(id, ports.now());
  ports.print(reviewed.row);
}

function verdictOf(args: readonly string[]): Verdict {
  const { values, rest } = options(args, ['--category', '--severity', '--level', '--also']);
  const [intent, ...more] = rest;
  if (intent === undefined || more.length > 0) throw new Usage(USAGE);
  const also = values.get('--also')?.split(',') ?? [];
  return {
    intent: intentOf(intent),
    category: values.get('--category') ?? null,
    severity: values.get('--severity') ?? null,
    level: values.get('--level') ?? null,
    also: also.map(intentOf),
  };
}

function intentOf(text: string): Intent {
  const intent = INTENTS.find((each) => each === text);
  if (intent === undefined) throw new Usage(`there is no intent ${text}; known: ${INTENTS.join(' ')}`);
  return intent;
}
