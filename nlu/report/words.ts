import { table } from './table.ts';

/** What the page says that is not measured. */
export const HOW = `What a customer writes is read without any service outside the process: language, one of 30 intents, second wishes, the category and
severity of a complaint, the category and level of a fault, and entities (\`nlu/entities\`). The way of one text:

1. **Cut and normalise** (\`nlu/text\`): at most 500 characters, width and case folded, Traditional script and Taiwan and Hong Kong words turned into those
   of the mainland, numbers replaced by their kind.
2. **Features**: one to three Han characters, words, word pairs and triples, runs of three to five letters, pairs with a gap, what opens and closes the text, and
   concepts of the trade that stand for words of all languages (\`nlu/lexicon\`).
3. **Two linear views in one table**: a support vector machine and a regression trained with hidden words and hidden features; their weights are added and kept
   as bytes, so that the second costs nothing when reading.
4. **Rules beside the heads** (\`nlu/rules\`): set phrases, denied requests, words that make a complaint grave, devices named as broken.
5. **Clauses**: where the text shows several wishes, its first clause has a say in the main one and the others name the rest.
6. **Bands**: \`act\`, \`confirm\`, \`unknown\`, by the distance between the best two intents, fitted on texts held out; how many may go unanswered was chosen on the
   development rows (\`nlu/data/development.jsonl\`).

\`npm run train\` learns from \`nlu/data\` and writes the model; the same data give the same bytes. \`npm run --silent report\` makes this page.`;

const rows: readonly (readonly string[])[] = [
  ['nlp.js 4.27', '83.5', '88.6', '81.9', 'measured here in one run with ours: `npm run --silent benchmark:peers`'],
  ['fastText', '89.4', '89.9', '86.5', 'the same run; settings of its tutorial'],
  ['SVM', '–', '91.0', '–', 'Larson and others 2019, table 2'],
  [
    'BERT, fine-tuned',
    '93.7',
    '96.9',
    '92.1',
    'Casanueva and others 2020, not checked against the paper; it has learnt language from billions of words beforehand',
  ],
];

export const QUOTED = `Measured here with \`npm run --silent benchmark:nlu\` on the official splits, without the trade's lexicon; choices were made on a held-out fifth of the training rows
(CLINC150: on its validation split). For comparison, peers measured in the same run (docs/measurements/peers.jsonl) and **figures quoted from elsewhere**:

${table(['% right', 'banking77', 'CLINC150 in scope', 'HWU64', 'source'], rows)}

Larson and others report out-of-scope recall on CLINC150 of 18 % (SVM), 28 % (fastText) and 52 % (BERT), at thresholds tuned for accuracy, not at 5 % abstention.`;

/** Stands before the trials. */
export const TRIALS = `Each row compares like with like on the data there were at the time; these grew from 8,899 to 27,000 texts. Per cent right, the intent if nothing else is said. Differences
below 0.3 points on the own data and 1 point on a public set are within noise. **The linear views have reached their level**: since the two were joined no feature, weighting, solver,
hidden layer or distillation moved a public set by more than 0.8 points, and a hidden layer alone reads HWU64 as well as they do. What is left to BERT's
figures is knowledge of language that cannot be learnt from ten thousand sentences.`;

/** Stands before the figures of the second labelling. */
export const SECOND = `200 training rows drawn by chance (seed 20261122) were labelled a second time from their text alone, by one who had read the definitions and some hundred other
rows, and had met a few of the 200 before; the first labels were compared afterwards and neither was changed. The two labellers are of one kind and share their instruction, so independent people will agree
less: read it as the ceiling of these data, not of the task. Categories and grades count where both say complaint, or both say fault.`;

export const WEAK = `## Weak points

- **All data are written, none is from customers.** The training texts are harder than everyday ones on purpose, the frozen set is milder: real traffic may lie between the
  two columns above. Utterances that reviewers correct (\`npm run nlu:review\`) are the cure.
- **The frozen set shares its maker's idea of the labels with the training data,** and one text in seven of it is a set phrase or short opening that occurs in both.
- **Words nobody wrote are not understood.** Concepts help where somebody thought of the word; there is no knowledge of language beyond.
- \`consult.general\` is taken for nearly everything it asks about; \`feedback.praise\` told as a story is taken for the complaint it might have been.
- Sarcasm is recognised by its turns of phrase only.
- A second wish is named in about a quarter of the cases, and one in four named was not meant or is the main one said second; dialogs should offer it, not act on it.
- Whether a fault with a wish for a visit is \`fault.report\` or \`appointment.book\` is labelled both ways in the data (about two to one).
- \`minor\` against \`moderate\` is a matter of tone, and the least certain of the labels.
- English of many countries is the weakest of the three languages.
- The limits of the bands are fitted on hard texts: on mild ones fewer go unanswered than they allow. That 17 % of the held-out texts may go unanswered was chosen on the development rows, where it
  leaves 5.5 % unanswered and 1.4 % answered wrongly. The development rows are mild too, and the training rows added last were written by the same hand after reading what was misread of them.
- Set phrases and concepts were written by people who had read misreadings of cross-validation (never of the frozen set): its figures are a little too good.`;
