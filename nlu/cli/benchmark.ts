import { latencyOf } from '../evaluation/latency.ts';
import { macroF1, type Pair, perLabel, quantile, round, shareOf } from '../evaluation/statistics.ts';
import { learn, RECIPE } from '../learn/learn.ts';
import { vectoriser } from '../learn/vectors.ts';
import { scorer } from '../model.ts';
import { plainFeatures, plainFeaturesOf } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { options, run, Usage } from './fail.ts';
import { readText } from './input.ts';

/** Letters weigh as much as words where texts are many a class; nothing is pruned, not even what occurs once. Chosen on a held-out fifth of the training rows of the public sets. */
const RECIPE_ELSEWHERE = {
  ...RECIPE,
  minCount: 1,
  lettersWeight: 1,
  mostFeatures: Number.POSITIVE_INFINITY,
  evening: 0,
  svm: { ...RECIPE.svm, passes: 5 },
  softmax: { ...RECIPE.softmax, rate: 3, passes: 14, hidden: 0.5 },
};

/** A class of this name holds texts of no class. */
const NONE = 'oos';
/** How much a likeness to `oos` takes from the confidence; chosen on the validation split of CLINC150. */
const LIKENESS = 0.6;

interface Row {
  readonly text: string;
  readonly label: string;
}

const read = (file: string): Row[] =>
  readText(file, 'rows of text<TAB>label, one a line')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const [text, label] = line.replace(/\r$/, '').split('\t');
      if (text === undefined || label === undefined) throw new Error(`${file}:${i + 1}: want text<TAB>label`);
      return [{ text, label }];
    });

interface Guess {
  /** The best class that is not `oos`. */
  readonly label: string;
  readonly confidence: number;
}

/** Recall of texts of no class by confidence, at the limit under which 5 % of the others fall. */
const outOfScope = (inside: readonly Guess[], outside: readonly Guess[]) => {
  const limit = quantile(
    inside.map((guess) => guess.confidence).sort((a, b) => a - b),
    0.05,
  );
  const right = (guess: Guess): boolean => guess.confidence < limit;
  return { recallAt5PercentAbstention: shareOf(outside.filter(right).length, outside.length) };
};

/** Trains the product's learner, without the trade's lexicon, on `text<TAB>label` and scores it; one JSON object out. `--oos`: rows that belong to no
 * class; examples of such may be among the training rows, labelled `oos`. */
await run(() => {
  const { values, rest } = options(process.argv.slice(2), ['--train', '--test', '--oos']);
  const train = values.get('--train');
  const test = values.get('--test');
  if (!train || !test || rest.length > 0)
    throw new Usage('usage: npm run --silent benchmark:nlu -- --train T.tsv --test E.tsv [--oos O.tsv]');
  const trainRows = read(train);
  const testRows = read(test);
  const classes = [...new Set(trainRows.map((row) => row.label))].sort();
  const begun = performance.now();
  const labels = trainRows.map((row) => row.label);
  const learnt = learn(
    trainRows.map((row) => plainFeaturesOf(normalise(row.text))),
    [{ name: 'label', classes, labels }],
    RECIPE_ELSEWHERE,
  );
  const seconds = round((performance.now() - begun) / 1000, 2);
  const vectorise = vectoriser(learnt.vocabulary);
  const score = scorer(learnt);
  const none = classes.indexOf(NONE);
  const classify = (text: string): Guess => {
    const scores = score(vectorise(plainFeatures(normalise(text))));
    let best = none === 0 ? 1 : 0;
    for (const [c, s] of scores.entries()) if (c !== none && s > (scores[best] ?? 0)) best = c;
    return { label: classes[best] ?? '', confidence: (scores[best] ?? 0) - LIKENESS * (scores[none] ?? 0) };
  };
  const guesses = testRows.map((row) => classify(row.text));
  const pairs = testRows.map((row, i): Pair => ({ wanted: row.label, said: guesses[i]?.label ?? '' }));
  const oos = values.get('--oos');
  const report = {
    train: trainRows.length,
    test: testRows.length,
    classes: classes.length,
    accuracy: shareOf(pairs.filter((p) => p.wanted === p.said).length, pairs.length),
    macroF1: macroF1(perLabel(pairs)),
    trainSeconds: seconds,
    latency: latencyOf(testRows, (row) => classify(row.text)),
    modelBytes:
      learnt.weights.byteLength + learnt.vocabulary.hashes.byteLength + learnt.vocabulary.documents.byteLength,
    features: learnt.vocabulary.hashes.length,
    outOfScope:
      oos === undefined
        ? null
        : outOfScope(
            guesses,
            read(oos).map((row) => classify(row.text)),
          ),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
});
