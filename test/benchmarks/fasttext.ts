import { getFastTextClass, getFastTextModule } from 'fasttext.wasm.js';
import type { Learner } from './learner.ts';
import type { Row } from './set.ts';

const LABEL = '__label__';

/**
 * One line as the tutorial prepares it: lower case, punctuation set apart. fastText knows words by blanks only, so each Han character
 * is set apart too.
 */
export const lineOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\p{P}\p{S}]|\p{Script=Han}/gu, ' $& ')
    .replace(/\s+/gu, ' ')
    .trim();

type Settings = Readonly<Record<string, number | string>>;

/** The library's `train` takes a URL only, and a null callback ends in an abort. */
const learner = (about: string, settings: Settings): Learner => ({
  settings: `fasttext.wasm.js 1.0, ${about}: ${JSON.stringify(settings)}; lower case, punctuation and Han characters set apart`,
  train: async (set) => {
    const FastText = await getFastTextClass({ getFastTextModule });
    const lines = set.train.map((row) => `${LABEL}${row.label} ${lineOf(row.text)}\n`).join('');
    const url = `data:text/plain;base64,${Buffer.from(lines).toString('base64')}`;
    const model = await new FastText().trainSupervised(url, { ...settings }, () => undefined);
    return {
      // The end of the line is a word to fastText, in training as well.
      classify: (row: Row) => {
        const found = model.predict(`${lineOf(row.text)}\n`, 1, 0);
        const best = found.size() > 0 ? found.get(0) : undefined;
        found.delete();
        return { label: best?.[1].replace(LABEL, '') ?? '', confidence: best?.[0] ?? 0 };
      },
      modelBytes: () => model.saveModel().size,
    };
  },
});

/**
 * fastText's documented defaults for supervised learning. They must be said: what the wrapper leaves unsaid has the defaults of word
 * vectors (`lr` 0.05, `minCount` 5, `minn` 3, `maxn` 6), and `hs` for `loss`. Without runs of letters or words fastText makes no buckets.
 */
const DEFAULTS = { loss: 'softmax', lr: 0.1, epoch: 5, minCount: 1, wordNgrams: 1, minn: 0, maxn: 0, bucket: 0 };
export const defaults = learner('documented defaults', DEFAULTS);

/** Where fastText's tutorial of text classification arrives, its number of buckets too. */
const TUTORIAL = { ...DEFAULTS, lr: 1, epoch: 25, wordNgrams: 2, bucket: 200_000 };
export const tutorial = learner('settings of the tutorial', TUTORIAL);
