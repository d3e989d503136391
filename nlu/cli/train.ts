import { writeFileSync } from 'node:fs';
import { readExamples } from '../examples.ts';
import { encode } from '../model/file.ts';
import { MODEL_FILE } from '../model/load.ts';
import { trainingRows } from '../split.ts';
import { train } from '../train.ts';

/** Learns from `nlu/data/*.jsonl` (rows of split `train`) and writes the model file. One JSON object out. */
const begun = performance.now();
const examples = trainingRows(readExamples());
const model = train(examples);
const file = encode(model);
writeFileSync(MODEL_FILE, file);
const report = {
  examples: examples.length,
  features: model.vocabulary.hashes.length,
  bytes: file.length,
  temperature: model.heads[0]?.temperature,
  thresholds: model.thresholds,
  seconds: Math.round(performance.now() - begun) / 1000,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
