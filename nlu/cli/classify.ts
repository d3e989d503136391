import { createInterface } from 'node:readline';
import { abstained } from '../evaluation/evaluate.ts';
import type { Heard } from '../heard.ts';
import { loadModel } from '../model/load.ts';
import { createUnderstand } from '../understand.ts';
import { context } from './context.ts';
import { options, run, Usage } from './fail.ts';
import { withoutMark } from './input.ts';

/** Longest line that is read, in UTF-16 units: as long as a message may be. */
const LONGEST = 10_000;

const printed = (heard: Heard, all: boolean): object => {
  const complaint = all || heard.intent === 'complaint.file';
  const fault = heard.intent === 'fault.report';
  return {
    text: heard.text,
    language: heard.language,
    intent: heard.intent,
    confidence: Number(heard.confidence.toFixed(4)),
    also: heard.also,
    complaintCategory: complaint ? heard.complaint.category : null,
    severity: complaint ? heard.complaint.severity : null,
    faultCategory: fault ? heard.fault.category : null,
    faultLevel: fault ? heard.fault.level : null,
    entities: heard.entities,
    abstained: abstained(heard),
  };
};

/** Utterances in, one a line; JSON objects out, one a line. `--all` gives complaint fields for every utterance. */
await run(async () => {
  const { set, rest } = options(process.argv.slice(2), [], ['--all']);
  if (rest.length > 0) throw new Usage('usage: npm run --silent classify [-- --all] < utterances');
  const understand = createUnderstand(loadModel());
  let first = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const utterance = first ? withoutMark(line) : line;
    first = false;
    const heard = understand(utterance.slice(0, LONGEST), context());
    if (!process.stdout.write(`${JSON.stringify(printed(heard, set.has('--all')))}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
});
