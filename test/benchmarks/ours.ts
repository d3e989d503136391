import { INTENTS } from '../../domain/labels.ts';
import { bestOf } from '../../nlu/bands.ts';
import { readExamples } from '../../nlu/examples.ts';
import { learn, RECIPE, type Recipe } from '../../nlu/learn/learn.ts';
import { vectoriser } from '../../nlu/learn/vectors.ts';
import { encode } from '../../nlu/model/file.ts';
import { scorer, softmax } from '../../nlu/model.ts';
import { trainingRows } from '../../nlu/split.ts';
import { type Found, featuresOf, plainFeaturesOf } from '../../nlu/text/features.ts';
import { normalise } from '../../nlu/text/normalise.ts';
import { train } from '../../nlu/train.ts';
import { createUnderstand } from '../../nlu/understand.ts';
import type { Learner } from './learner.ts';

/**
 * Changes no order of classes, but that of texts: the surer probabilities are made, the less those of no class stand out. Chosen on the
 * validation rows of CLINC150, where 0.1 to 0.3 give 83 % out-of-scope recall, 1 gives 72 % and 4 gives 60 %.
 */
const TEMPERATURE = 0.2;

const learner = (settings: string, foundIn: (text: string) => Found, recipe: Recipe): Learner => ({
  settings,
  train: (set) => {
    const classes = [...new Set(set.train.map((row) => row.label))].sort();
    const learnt = learn(
      set.train.map((row) => foundIn(normalise(row.text))),
      [{ name: 'label', classes, labels: set.train.map((row) => row.label) }],
      recipe,
    );
    const vectorise = vectoriser(learnt.vocabulary);
    const score = scorer(learnt);
    const { hashes, documents } = learnt.vocabulary;
    return {
      classify: ({ text }) => {
        const best = bestOf(softmax(score(vectorise(foundIn(normalise(text)).hashes)), TEMPERATURE));
        return { label: classes[best.index] ?? '', confidence: best.probability };
      },
      modelBytes: () => learnt.weights.byteLength + hashes.byteLength + documents.byteLength,
    };
  },
});

/** The recipe of `npm run benchmark:nlu`: nothing in it knows of telecommunications. */
const ELSEWHERE: Recipe = {
  ...RECIPE,
  minCount: 1,
  lettersWeight: 1,
  mostFeatures: Number.POSITIVE_INFINITY,
  evening: 0,
  svm: { ...RECIPE.svm, passes: 5 },
  softmax: { ...RECIPE.softmax, rate: 3, passes: 14, hidden: 0.5 },
};
export const plain = learner('the learner alone, recipe of benchmark:nlu', (text) => plainFeaturesOf(text), ELSEWHERE);

/** As the product trains its head for intents: with the words of the trade. */
export const withLexicon = learner(
  "the learner with the trade's lexicon, the product's recipe",
  (text) => featuresOf(text),
  RECIPE,
);

/** The path of a customer's words in the product: all heads, limits fitted on held-out rows, rules for negation and fragments. */
export const product: Learner = {
  settings: 'the whole path: five heads, fitted limits, rules; entities left out',
  train: (set) => {
    const texts = new Set(set.train.map((row) => row.text));
    const model = train(trainingRows(readExamples()).filter((example) => texts.has(example.text)));
    const understand = createUnderstand(model, () => []);
    return {
      classify: ({ text, language }) => {
        const heard = understand(text, {
          language: language === 'en' ? 'en' : 'zh-Hans',
          now: 0,
          timeZone: 'Asia/Shanghai',
        });
        return { label: INTENTS.includes(heard.intent) ? heard.intent : '', confidence: heard.confidence };
      },
      modelBytes: () => encode(model).byteLength,
    };
  },
};
