import { writeFileSync } from 'node:fs';
import { gateOf, told } from '../evaluation/gate.ts';
import { readExamples } from '../examples.ts';
import { encode } from '../model/file.ts';
import { loadModel, MODEL_FILE } from '../model/load.ts';
import { pack } from '../model/packed.ts';
import { trainingRows } from '../split.ts';
import { trainTogether } from '../train.ts';
import { options, run, Usage } from './fail.ts';

/**
 * Learns from `nlu/data/*.jsonl` (rows of split `train`) and writes the model file, unless it does worse on the rows of
 * the splits `test` and `fresh` than the one in place; `--force` writes it all the same. One JSON object out.
 */
await run(async () => {
  const { set, rest } = options(process.argv.slice(2), [], ['--force']);
  if (rest.length > 0) throw new Usage('usage: npm run train [-- --force]');
  const begun = performance.now();
  const all = readExamples();
  const examples = trainingRows(all);
  const model = await trainTogether(examples);
  const gate = gateOf(all, loadModel, model);
  if (gate?.verdict === 'worse') {
    if (!set.has('--force')) throw new Error(`not written: ${told(gate)}. --force writes it all the same`);
    process.stderr.write(`warning: a worse model is written: ${told(gate)}\n`);
  }
  const file = pack(encode(model));
  writeFileSync(MODEL_FILE, file);
  const report = {
    examples: examples.length,
    features: model.vocabulary.hashes.length,
    bytes: file.length,
    temperature: model.heads[0]?.temperature,
    thresholds: model.thresholds,
    gate,
    seconds: Math.round(performance.now() - begun) / 1000,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
});
