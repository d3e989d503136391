import { evaluate, type Judged } from '../evaluation/evaluate.ts';
import { readExamples } from '../examples.ts';
import { foldOf } from '../learn/groups.ts';
import { trainingRows } from '../split.ts';
import { train } from '../train.ts';
import { createUnderstand } from '../understand.ts';

/** Five-fold cross-validation by group over the training rows, the whole path of an utterance included. One JSON object out. */
const FOLDS = 5;
const examples = trainingRows(readExamples());
// Other folds than those the thresholds are fitted on.
const foldOfRow = (group: string): number => foldOf(`outer ${group}`, FOLDS);
const judged: Judged[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const understand = createUnderstand(train(examples.filter((row) => foldOfRow(row.group) !== fold)));
  for (const row of examples.filter((e) => foldOfRow(e.group) === fold))
    judged.push({ row, heard: understand(row.text, { language: 'zh-Hans', now: 0, timeZone: 'Asia/Shanghai' }) });
}
if (process.argv.includes('--errors'))
  for (const { row, heard } of judged)
    if (row.intent !== heard.intent)
      process.stderr.write(`${row.id}\t${row.intent}\t${heard.intent}\t${heard.confidence.toFixed(2)}\t${row.text}\n`);
process.stdout.write(`${JSON.stringify(evaluate(judged), null, 1)}\n`);
