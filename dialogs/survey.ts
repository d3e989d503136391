import { z } from 'zod';
import { asCaseNumber } from '../domain/cases/number.ts';
import type { SurveyAnswers } from '../domain/desk/survey.ts';
import { FIELDS, FORM_TITLES, RATINGS, SOLVED, SURVEY } from '../locales/labels.ts';
import { type Choice, say } from '../locales/messages.ts';
import { choicesOf } from './choices.ts';
import { confirmCase } from './confirming.ts';
import { anyForm } from './filling.ts';
import { problem, type Question, type Questions, read } from './form.ts';
import type { Scene } from './scene.ts';
import { handIn, type RATED } from './surveyEnd.ts';
import { endsSurvey, pointsIn, ratingIn, skipsQuestion, solvedIn } from './surveyWords.ts';
import { sayable } from './words.ts';
import { yesNo } from './yesNo.ts';

/** Every question may be left out. */
const SKIPPED = 'skip';
const rating = z.union([z.int().min(1).max(5), z.literal(SKIPPED)]);

/** OSM 2.3.2, QM 2.1: asked when a person has left or a case is solved. */
const answers = z.strictObject({
  /** Id of the hand-off, or number of the case. */
  subject: z.string().max(100),
  /** Who served the customer; null for a case. */
  agent: z.string().max(100).nullable(),
  solved: z.enum(['yes', 'no', SKIPPED]).optional(),
  quality: rating.optional(),
  efficiency: rating.optional(),
  attitude: rating.optional(),
  response: rating.optional(),
  recommend: z.union([z.int().min(0).max(10), z.literal(SKIPPED)]).optional(),
  words: z.string().max(1000).optional(),
  /** The customer ends it here; what was given counts. */
  end: z.literal(true).optional(),
});
type Given = z.infer<typeof answers>;
type Key = keyof Given & string;

const SKIP: Choice = { value: SKIPPED, label: SURVEY.skip };
const END: Choice = { value: 'end', label: SURVEY.end };

/** Nobody whose case is not solved is asked to rate it: it is opened again at once. */
const isUnsolvedCase = ({ subject, solved }: Partial<Given>) => solved === 'no' && asCaseNumber(subject ?? '') !== null;
/** What was answered stays when the rest is no longer asked. */
const asked = (key: Key) => (given: Partial<Given>) =>
  (given.end === undefined && (key === 'solved' || !isUnsolvedCase(given))) || key in given;

/** What every question of it understands beside its answers. */
const ended = { kind: 'instead', answers: { end: true } } as const;

/** The quick reply that ends it is read from its words. */
function pickPoints(value: string) {
  if (value === END.value) return undefined;
  return read<number | typeof SKIPPED>(value === SKIPPED ? SKIPPED : Number(value));
}
function shown(value: number | typeof SKIPPED): string | null {
  return value === SKIPPED ? null : String(value);
}

interface Facts {
  /** The case that the customer's yes has closed. */
  readonly confirmed: string | null;
}

/** "Solved" closes the case as soon as it is said, whether the rest is answered or not. */
async function heedYes({ subject, solved }: Partial<Given>, scene: Scene, instance: string): Promise<Facts> {
  const number = solved === 'yes' ? asCaseNumber(subject ?? '') : null;
  return { confirmed: number !== null && (await confirmCase(number, scene, instance)) ? number : null };
}

function ratingQuestion(key: (typeof RATED)[number]): Question<Given, number | typeof SKIPPED, Facts> {
  const out = () => problem(say('ratingOut'));
  return {
    label: FIELDS[key],
    fixed: true,
    when: asked(key),
    ask: () => say('askRating', { what: FIELDS[key] }),
    choices: () => [...choicesOf(RATINGS), SKIP, END],
    pick: pickPoints,
    show: shown,
    read: (heard, manner) => {
      if (manner !== 'asked') return undefined;
      if (endsSurvey(heard.text)) return ended;
      if (skipsQuestion(heard.text)) return read(SKIPPED);
      const said = ratingIn(heard.text);
      return said === null ? undefined : said === 'out' ? out() : read(said);
    },
  };
}

/** Set when it begins, never asked. */
const carried = { fixed: true, ask: () => say('askSolved', { number: null }), read: () => undefined, show: () => null };

const questions: Questions<Given, Facts> = {
  subject: { ...carried, label: FIELDS.case, when: (known) => known.subject !== undefined },
  agent: { ...carried, label: FIELDS.team, when: (known) => known.agent !== undefined },
  solved: {
    label: FIELDS.solved,
    fixed: true,
    when: asked('solved'),
    ask: (known) => say('askSolved', { number: asCaseNumber(known.subject ?? '') }),
    choices: () => [{ value: 'yes', label: SOLVED.yes }, { value: 'no', label: SOLVED.no }, SKIP, END],
    // the last one is read from its words
    pick: (value) => (value === 'end' ? undefined : read(value === 'yes' || value === 'no' ? value : SKIPPED)),
    show: (value) => (value === SKIPPED ? null : SOLVED[value]),
    read: (heard, manner) => {
      if (manner === 'volunteered') return undefined;
      // words that took the offer of a survey may tell it at once
      const told = solvedIn(heard.text);
      if (told !== null) return read(told ? 'yes' : 'no');
      if (manner !== 'asked') return undefined;
      if (endsSurvey(heard.text)) return ended;
      if (skipsQuestion(heard.text)) return read(SKIPPED);
      return yesNo(heard) === null ? undefined : read(yesNo(heard) ?? SKIPPED);
    },
  },
  quality: ratingQuestion('quality'),
  efficiency: ratingQuestion('efficiency'),
  attitude: ratingQuestion('attitude'),
  response: ratingQuestion('response'),
  recommend: {
    label: FIELDS.recommend,
    fixed: true,
    when: asked('recommend'),
    ask: () => say('askRecommend'),
    choices: () => [...Array.from({ length: 11 }, (_each, points) => points0to10(points)), SKIP, END],
    pick: pickPoints,
    show: shown,
    read: (heard, manner) => {
      if (manner !== 'asked') return undefined;
      if (endsSurvey(heard.text)) return ended;
      if (skipsQuestion(heard.text)) return read(SKIPPED);
      const said = pointsIn(heard.text);
      return said === null ? undefined : said <= 10 ? read(said) : problem(say('ratingOut'));
    },
  },
  words: {
    label: FIELDS.words,
    fixed: true,
    free: 'story',
    show: (value) => (value === '' ? null : value),
    when: asked('words'),
    ask: () => say('askSurveyWords'),
    choices: () => [{ value: '', label: SURVEY.nothing }],
    read: (heard, manner) => {
      if (manner !== 'asked') return undefined;
      if (endsSurvey(heard.text) || skipsQuestion(heard.text) || yesNo(heard) === 'no') return read('');
      return sayable(heard.text) ? read(heard.text.trim().slice(0, 1000)) : undefined;
    },
  },
  end: { ...carried, label: FIELDS.sure, when: (known) => known.end === true },
};

function points0to10(points: number): Choice {
  const label = String(points);
  return { value: label, label: { 'zh-Hans': label, 'zh-Hant': label, en: label } };
}

export const survey = anyForm<Given, Facts>({
  name: 'survey',
  title: FORM_TITLES.survey,
  answers,
  questions,
  confirms: false,
  closing: { end: true },
  facts: heedYes,
  remarks: (before, _after, { confirmed }) =>
    before.solved === undefined && confirmed !== null ? [say('caseConfirmed', { number: confirmed })] : [],
  submit: async (known, _facts, scene, instance) =>
    handIn(known.subject, known.agent, answersOf(known), { scene, instance, early: known.end === true }),
});

function answersOf(known: Given): SurveyAnswers {
  const points = (value: number | typeof SKIPPED | undefined) => (typeof value === 'number' ? value : null);
  return {
    solved: known.solved === 'yes' ? true : known.solved === 'no' ? false : null,
    quality: points(known.quality),
    efficiency: points(known.efficiency),
    attitude: points(known.attitude),
    response: points(known.response),
    recommend: points(known.recommend),
    words: known.words ? known.words : null,
  };
}
