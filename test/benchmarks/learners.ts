import type { Learner } from './learner.ts';

/** Name of the one that the others are compared with. */
export const OURS = 'ours';

/** Loaded only in the process that trains them. The product's own words help nobody on sets of other trades: there `ours` is the plain learner. */
export const learnersOf = (set: string): Readonly<Record<string, () => Promise<Learner>>> => ({
  ...(set.startsWith('own')
    ? {
        [OURS]: async () => (await import('./ours.ts')).withLexicon,
        'ours, no lexicon': async () => (await import('./ours.ts')).plain,
        'ours, whole product': async () => (await import('./ours.ts')).product,
      }
    : { [OURS]: async () => (await import('./ours.ts')).plain }),
  'nlp.js': async () => (await import('./nlpjs.ts')).nlpjs,
  'fastText, defaults': async () => (await import('./fasttext.ts')).defaults,
  'fastText, tutorial': async () => (await import('./fasttext.ts')).tutorial,
});
