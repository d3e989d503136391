import { evaluate, type Judged } from '../evaluation/evaluate.ts';
import { latencyOf } from '../evaluation/latency.ts';
import { PartialExample, parseLines, readExamples } from '../examples.ts';
import { loadModel } from '../model/load.ts';
import { trainingRows } from '../split.ts';
import { normalise } from '../text/normalise.ts';
import { createUnderstand } from '../understand.ts';
import { context } from './context.ts';
import { options, run, Usage } from './fail.ts';
import { readText } from './input.ts';

/** Scores a labelled file; one JSON object out. Rows may lack fields, `text` excepted. `unseen`: without texts that were trained on. */
await run(() => {
  const { rest } = options(process.argv.slice(2), []);
  const [file] = rest;
  if (file === undefined || rest.length > 1) throw new Usage('usage: npm run --silent evaluate -- FILE.jsonl');
  const rows = parseLines(file, readText(file, 'labelled examples, a JSON object a line'), PartialExample);
  const understand = createUnderstand(loadModel());
  const judged = rows.map((row): Judged => ({ row, heard: understand(row.text, context()) }));
  const classify = createUnderstand(loadModel(), () => []);
  for (const row of rows) classify(row.text, context());
  const latency = {
    withEntities: latencyOf(rows, (row) => understand(row.text, context())),
    withoutEntities: latencyOf(rows, (row) => classify(row.text, context())),
  };
  const seen = new Set(trainingRows(readExamples()).map((row) => normalise(row.text)));
  const unseen = evaluate(judged.filter((j) => !seen.has(normalise(j.row.text))));
  const report = { ...evaluate(judged), unseen: { rows: unseen.rows, accuracy: unseen.intent.accuracy }, latency };
  process.stdout.write(`${JSON.stringify(report)}\n`);
});
