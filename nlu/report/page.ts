import type { Agreement } from '../evaluation/agreement.ts';
import type { evaluate, Judged } from '../evaluation/evaluate.ts';
import type { LabelScore } from '../evaluation/statistics.ts';
import type { Measured } from './measured.ts';
import { interval, percent, table } from './table.ts';
import { HOW, QUOTED, SECOND, TRIALS, WEAK } from './words.ts';

type Evaluation = ReturnType<typeof evaluate>;

/** Everything measured for one page. */
export interface Findings {
  readonly frozen: Evaluation;
  /** Written last, by another writer, and scored far less often. */
  readonly fresh: Evaluation;
  /** The frozen texts that occur nowhere in the training data. */
  readonly unseen: Evaluation;
  readonly crossValidated: Evaluation;
  readonly folds: number;
  /** The Simplified rows of the frozen set as they are, and written in Traditional. */
  readonly scripts: { readonly simplified: Evaluation; readonly traditional: Evaluation; readonly changed: number };
  readonly slips: readonly { readonly what: string; readonly result: Evaluation }[];
  readonly latency: Record<'withEntities' | 'withoutEntities', { p50Micros: number; p99Micros: number }>;
  readonly model: { readonly bytes: number; readonly features: number; readonly examples: number };
  readonly memoryMegabytes: number;
  readonly trainSeconds: number;
  readonly measured: Measured;
  /** The development rows, which limits were chosen on. */
  readonly development: Evaluation;
  readonly secondLabels: Readonly<Record<string, Agreement | null>>;
}
export type { Judged };

export const pageOf = (f: Findings): string =>
  [
    '# Understanding',
    '<!-- Made by `npm run --silent report`; do not edit. -->',
    HOW,
    '## On texts nobody trained on',
    'The fresh set was written last, by one who had read the definitions and none of the data; it was scored about fifteen times while rows and settings were added, and none of its rows was read. The frozen set was written apart from the training data and is never learnt from. It was scored some twenty times while this was built, some thirty of its rows were read, and the limit of abstention was once raised after seeing it (since then it is chosen on the development rows). The development rows were written by another hand than the frozen set; limits were chosen on them. 95 % intervals in brackets (Wilson).',
    summary(f),
    `Of the ${f.unseen.rows} frozen texts that occur nowhere in the training data (set phrases do) ${interval(f.unseen.intent.accuracy)} % are right.`,
    `## Speed and size\n\n${cost(f)}`,
    '## Bands',
    bands(f),
    '## Languages and scripts',
    languages(f),
    '## Intents',
    labels(f.frozen.intent.perLabel, f.crossValidated.intent.perLabel),
    '## Taken for one another',
    '![Confusions of intents](understanding-confusions.svg)',
    'In cross-validation; green is right, red is wrong, a row is what was meant. The most frequent:',
    confusions(f),
    '## Categories, severity, level',
    heads(f),
    '## Labelled twice',
    SECOND,
    agreements(f),
    '## Slips',
    slips(f),
    '## Beside others, on public sets',
    publicSets(f.measured),
    QUOTED,
    '## What each idea gave',
    TRIALS,
    trials(f.measured),
    WEAK,
  ].join('\n\n');

const summary = ({ frozen, fresh, development, crossValidated, folds }: Findings): string => {
  const row = (name: string, of: (e: Evaluation) => string): string[] => [
    name,
    of(frozen),
    of(fresh),
    of(development),
    of(crossValidated),
  ];
  return table(
    [
      '',
      `frozen set, ${frozen.rows} texts`,
      `fresh set, ${fresh.rows} texts`,
      `development, ${development.rows} texts`,
      `cross-validation by group, ${folds} folds, ${crossValidated.rows} texts`,
    ],
    [
      row('intent right', (e) => interval(e.intent.accuracy)),
      row('macro-F1', (e) => percent(e.intent.macroF1)),
      row('right one among the best three', (e) => interval(e.intent.amongTopThree)),
      row('answered wrongly', (e) => interval(e.answers.wrongAnswers)),
      row('abstained', (e) => interval(e.answers.abstention)),
      row('acted on without asking', (e) => interval(e.answers.actedOn)),
      row('acted on wrongly', (e) => interval(e.answers.actedOnWrongly)),
      row('out-of-scope recall', (e) => interval(e.answers.outOfScopeRecall)),
      row('complaint category', (e) => interval(e.complaintCategory.accuracy)),
      row('severity', (e) => interval(e.severity.accuracy)),
      row('fault category', (e) => interval(e.faultCategory.accuracy)),
      row('fault level', (e) => interval(e.faultLevel.accuracy)),
      row('language', (e) => interval(e.language)),
      row(
        'second wishes: precision / recall',
        (e) => `${percent(e.also.precision)} / ${percent(e.also.recall)} of ${e.also.of}`,
      ),
    ],
  );
};

const cost = ({ latency, model, memoryMegabytes, trainSeconds }: Findings): string =>
  table(
    ['', ''],
    [
      [
        'one text, entities left out, p50 / p99 µs',
        `${latency.withoutEntities.p50Micros} / ${latency.withoutEntities.p99Micros}`,
      ],
      [
        'one text, entities read, p50 / p99 µs',
        `${latency.withEntities.p50Micros} / ${latency.withEntities.p99Micros}`,
      ],
      ['model file', `${(model.bytes / 1e6).toFixed(2)} MB, ${model.features.toLocaleString('en')} features`],
      ['memory once loaded, conversion of scripts included', `${memoryMegabytes} MB`],
      ['training', `${trainSeconds} s, ${model.examples.toLocaleString('en')} texts`],
    ],
  );

const bands = ({ frozen, crossValidated }: Findings): string => {
  const row = (name: string, e: Evaluation): string[] => {
    const acted = e.answers.actedOn?.share ?? 0;
    const unknown = e.answers.abstention?.share ?? 0;
    const wrong = e.answers.actedOnWrongly?.share ?? 0;
    const asked = 1 - acted - unknown;
    const askedWrong = (e.answers.wrongAnswers?.share ?? 0) - wrong;
    return [
      name,
      percent(acted),
      percent(acted ? wrong / acted : 0),
      percent(asked),
      percent(asked ? askedWrong / asked : 0),
      percent(unknown),
    ];
  };
  return `\`act\` goes on, \`confirm\` shows the best three and asks, \`unknown\` says so and offers a person.\n\n${table(
    ['% of texts', 'act', 'wrong of these', 'confirm', 'best guess wrong of these', 'unknown'],
    [row('frozen set', frozen), row('cross-validation', crossValidated)],
  )}`;
};

const languages = ({ frozen, crossValidated, scripts }: Findings): string => {
  const names = Object.keys(frozen.intent.perLanguage);
  return `${table(
    ['intent right', 'frozen set', 'of', 'cross-validation', 'of'],
    names.map((name) => {
      const [a, b] = [frozen.intent.perLanguage[name], crossValidated.intent.perLanguage[name]];
      return [name, interval(a), a?.of ?? 0, interval(b), b?.of ?? 0];
    }),
  )}\n\nThe same ${scripts.simplified.rows} Simplified texts of the frozen set: ${percent(scripts.simplified.intent.accuracy?.share)} % right as written, ${percent(
    scripts.traditional.intent.accuracy?.share,
  )} % when written in Traditional with Taiwan's words; ${scripts.changed} answers differ.`;
};

const labels = (frozen: Record<string, LabelScore>, cross: Record<string, LabelScore>): string =>
  table(
    ['intent', 'frozen precision', 'recall', 'of', 'cross-validated precision', 'recall', 'of'],
    Object.keys(cross).map((label) => {
      const [a, b] = [frozen[label], cross[label]];
      return [
        `\`${label}\``,
        percent(a?.precision),
        percent(a?.recall),
        a?.of ?? 0,
        percent(b?.precision),
        percent(b?.recall),
        b?.of ?? 0,
      ];
    }),
  );

const confusions = ({ frozen, crossValidated }: Findings): string => {
  const rows = crossValidated.intent.confusions.slice(0, 15).map(({ wanted, said, times }) => {
    const there = frozen.intent.confusions.find((c) => c.wanted === wanted && c.said === said)?.times ?? 0;
    return [`\`${wanted}\``, `\`${said}\``, times, there];
  });
  return table(['meant', 'heard', 'cross-validation', 'frozen set'], rows);
};

const heads = ({ frozen, crossValidated }: Findings): string =>
  table(
    ['', 'frozen precision', 'recall', 'of', 'cross-validated precision', 'recall', 'of'],
    (['complaintCategory', 'severity', 'faultCategory', 'faultLevel'] as const).flatMap((head) =>
      Object.keys(crossValidated[head].perLabel).map((label) => {
        const [a, b] = [frozen[head].perLabel[label], crossValidated[head].perLabel[label]];
        return [
          `${head}: \`${label}\``,
          percent(a?.precision),
          percent(a?.recall),
          a?.of ?? 0,
          percent(b?.precision),
          percent(b?.recall),
          b?.of ?? 0,
        ];
      }),
    ),
  );

const agreements = ({ secondLabels }: Findings): string =>
  table(
    ['', 'texts', 'labelled alike', "Cohen's kappa"],
    Object.entries(secondLabels).map(([head, agreement]) => [
      head,
      agreement?.of ?? 0,
      percent(agreement?.alike),
      agreement ? agreement.kappa.toFixed(2) : '–',
    ]),
  );

const slips = ({ frozen, slips: all }: Findings): string =>
  table(
    ['frozen set', 'intent right', 'answered wrongly', 'abstained'],
    [{ what: 'as written', result: frozen }, ...all].map(({ what, result }) => [
      what,
      interval(result.intent.accuracy),
      percent(result.answers.wrongAnswers?.share),
      percent(result.answers.abstention?.share),
    ]),
  );

const publicSets = ({ public: sets }: Measured): string =>
  table(
    ['set', 'classes', 'right', 'macro-F1', 'out-of-scope recall at 5 % abstention', 'training s', 'p50 / p99 µs'],
    sets.map(({ set, result }) => [
      set,
      result.classes,
      interval(result.accuracy),
      percent(result.macroF1),
      interval(result.outOfScope?.recallAt5PercentAbstention),
      result.trainSeconds,
      `${result.latency.p50Micros} / ${result.latency.p99Micros}`,
    ]),
  );

const trials = ({ trials: all }: Measured): string =>
  table(
    ['idea', 'measured on', 'before', 'after', 'kept'],
    all.map(({ idea, on, before, after, kept }) => [
      idea,
      on,
      before.toFixed(1),
      after.toFixed(1),
      kept ? 'yes' : 'no',
    ]),
  );
