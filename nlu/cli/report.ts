import { statSync, writeFileSync } from 'node:fs';
import { crossValidated } from '../evaluation/crossValidated.ts';
import { evaluate, type Judged } from '../evaluation/evaluate.ts';
import { latencyOf } from '../evaluation/latency.ts';
import { type Example, readExamples } from '../examples.ts';
import { loadModel, MODEL_FILE } from '../model/load.ts';
import { measured } from '../report/measured.ts';
import { pageOf } from '../report/page.ts';
import { pictureOf } from '../report/picture.ts';
import { secondLabels } from '../report/secondLabels.ts';
import { slipsOf } from '../report/slips.ts';
import { toTraditional } from '../report/traditional.ts';
import { trainingRows } from '../split.ts';
import { normalise } from '../text/normalise.ts';
import { trainTogether } from '../train.ts';
import { createUnderstand } from '../understand.ts';
import { context } from './context.ts';
import { options, run, Usage } from './fail.ts';

const DOCS = new URL('../../docs/', import.meta.url);
const FOLDS = 5;

/** Measures the committed model and writes `docs/understanding.md` with its picture; some minutes. */
await run(async () => {
  const { rest } = options(process.argv.slice(2), []);
  if (rest.length > 0) throw new Usage('usage: npm run --silent report');
  const before = process.memoryUsage().rss;
  const model = loadModel();
  const understand = createUnderstand(model);
  understand('上不了網', context());
  const memoryMegabytes = Math.round((process.memoryUsage().rss - before) / 1e6);
  const classify = createUnderstand(model, () => []);
  const examples = readExamples();
  const frozen = examples.filter((row) => row.split === 'test');
  const judge = (rows: readonly Example[], change: (text: string) => string = (text) => text): Judged[] =>
    rows.map((row) => ({ row, heard: classify(change(row.text), context()) }));
  const simplified = frozen.filter((row) => row.language === 'zh-Hans');
  const [plain, converted] = [judge(simplified), judge(simplified, toTraditional)];
  // The first rounds warm the code up; of the rest the one least disturbed by other work of the machine counts.
  const warmLatency = (read: typeof understand) =>
    [1, 2, 3, 4, 5]
      .map(() => latencyOf(frozen, (row) => read(row.text, context())))
      .reduce((best, round) => (round.p50Micros < best.p50Micros ? round : best));
  const latency = { withoutEntities: warmLatency(classify), withEntities: warmLatency(understand) };
  const learnt = trainingRows(examples);
  const begun = performance.now();
  await trainTogether(learnt);
  const trainSeconds = Math.round((performance.now() - begun) / 100) / 10;
  const cross = crossValidated(learnt, FOLDS);
  const seen = new Set(learnt.map((row) => normalise(row.text)));
  const heard = judge(frozen);
  const page = pageOf({
    frozen: evaluate(heard),
    fresh: evaluate(judge(examples.filter((row) => row.split === 'fresh'))),
    unseen: evaluate(heard.filter(({ row }) => !seen.has(normalise(row.text)))),
    crossValidated: evaluate(cross),
    folds: FOLDS,
    scripts: {
      simplified: evaluate(plain),
      traditional: evaluate(converted),
      changed: plain.filter(({ heard }, i) => heard.intent !== converted[i]?.heard.intent).length,
    },
    slips: slipsOf.map(({ what, change }) => ({ what, result: evaluate(judge(frozen, change)) })),
    latency,
    model: {
      bytes: statSync(MODEL_FILE).size,
      features: model.vocabulary.hashes.length,
      examples: learnt.length,
    },
    memoryMegabytes,
    trainSeconds,
    measured: measured(),
    development: evaluate(judge(examples.filter((row) => row.split === 'development'))),
    secondLabels: secondLabels(examples),
  });
  const pairs = cross.map(({ row, heard }) => ({ wanted: row.intent ?? '', said: heard.intent }));
  writeFileSync(new URL('understanding.md', DOCS), `${page}\n`);
  writeFileSync(
    new URL('understanding-confusions.svg', DOCS),
    pictureOf(pairs, 'Intents meant (rows) and heard (columns) in cross-validation'),
  );
});
