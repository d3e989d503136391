import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, readExamples } from '../../nlu/examples.ts';
import { random, shuffle } from '../../nlu/learn/random.ts';
import { trainingRows } from '../../nlu/split.ts';
import type { Row, TaskSet } from './set.ts';

/** Sets by name; `data` is the folder of the public ones, as `text<TAB>label` without a header. */
export const SETS: Readonly<Record<string, (data: string) => TaskSet>> = {
  banking77: (data) => ({
    name: 'banking77',
    train: mixed(read(data, 'banking77.train.tsv')),
    test: read(data, 'banking77.test.tsv'),
    none: null,
  }),
  hwu64: (data) => ({
    name: 'hwu64 fold 1',
    train: mixed(read(data, 'hwu64.fold1.train.tsv')),
    test: read(data, 'hwu64.fold1.test.tsv'),
    none: null,
  }),
  clinc150: (data) => ({
    name: 'clinc150',
    train: mixed(read(data, 'clinc150.train.tsv')),
    test: [...read(data, 'clinc150.test.tsv'), ...read(data, 'clinc150.oos_test.tsv')],
    none: 'oos',
  }),
  'own-en': () => own('own, English', (row) => row.language === 'en'),
  'own-zh': () => own('own, Chinese', (row) => row.language === 'zh'),
  own: () => own('own, both', () => true),
};

const read = (folder: string, name: string): Row[] =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const [text, label] = line.replace(/\r$/, '').split('\t');
      if (text === undefined || label === undefined) throw new Error(`${name}:${i + 1}: want text<TAB>label`);
      return { text, label, language: 'en' };
    });

/** The product's own data: trained on what the product trains on, tested on the frozen rows. */
const own = (name: string, wanted: (row: Row) => boolean): TaskSet => {
  const examples = readExamples();
  return {
    name,
    train: mixed(trainingRows(examples).map(rowOf).filter(wanted)),
    test: examples
      .filter((e) => e.split === 'test')
      .map(rowOf)
      .filter(wanted),
    none: 'out-of-scope',
  };
};

const rowOf = (e: Example): Row => ({
  text: e.text,
  label: e.intent,
  language: e.language === 'en' ? 'en' : 'zh',
});

/**
 * Rows in a seeded random order. The public files are sorted by class, and learners that take rows as they come (nlp.js, fastText) forget
 * the first classes over the last.
 */
export const mixed = (rows: readonly Row[]): Row[] => {
  const order = Int32Array.from(rows, (_, i) => i);
  shuffle(order, random(1));
  return Array.from(order, (i) => rows[i]).filter((row) => row !== undefined);
};
