import { containerBootstrap } from '@nlpjs/core';
import { Nlp } from '@nlpjs/nlp';
import type { Learner } from './learner.ts';

const PACKS = {
  en: async () => (await import('@nlpjs/lang-en')).LangEn,
  zh: async () => (await import('@nlpjs/lang-zh')).LangZh,
};

/**
 * nlp.js as its README sets it up, its language pack for each language of the rows, every training setting at its default. It is told the language of a text,
 * and its best class counts even below its default limit of 0.5: both in its favour.
 */
export const nlpjs: Learner = {
  settings:
    '@nlpjs/nlp 4.27 with lang-en and lang-zh; defaults, autoSave, autoLoad and log off; language given; best class taken whatever its score',
  train: async (set) => {
    const languages = [...new Set(set.train.map((row) => row.language))].sort();
    const container = await containerBootstrap();
    for (const language of languages) container.use(await PACKS[language]());
    const nlp = new Nlp({ container, languages, autoSave: false, autoLoad: false, nlu: { log: false } });
    for (const row of set.train) nlp.addDocument(row.language, row.text, row.label);
    await nlp.train();
    return {
      classify: async (row) => {
        const { classifications } = await nlp.process(row.language, row.text);
        const best = classifications[0];
        return { label: best?.intent ?? '', confidence: best?.score ?? 0 };
      },
      modelBytes: () => Buffer.byteLength(nlp.export(true)),
    };
  },
};
