import { crossValidated } from '../evaluation/crossValidated.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { readExamples } from '../examples.ts';
import { trainingRows } from '../split.ts';

/** Five-fold cross-validation by group over the training rows. One JSON object out; `--errors` lists what was misread on standard error. */
const FOLDS = 5;
const judged = crossValidated(trainingRows(readExamples()), FOLDS);
if (process.argv.includes('--errors'))
  for (const { row, heard } of judged)
    if (row.intent !== heard.intent)
      process.stderr.write(`${row.id}\t${row.intent}\t${heard.intent}\t${heard.confidence.toFixed(2)}\t${row.text}\n`);
process.stdout.write(`${JSON.stringify(evaluate(judged), null, 1)}\n`);
