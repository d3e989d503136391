import {
  COMPLAINT_CATEGORIES,
  FAULT_CATEGORIES,
  FAULT_LEVELS,
  INTENTS,
  type Intent,
  SEVERITIES,
} from '../domain/labels.ts';
import { bandOf, bestOf } from './bands.ts';
import { findEntities } from './entities/index.ts';
import type { Band, Heard, Understand } from './heard.ts';
import { type Model, type Reading, reader } from './model.ts';
import { faultCategoryOf, faultLevelOf } from './rules/fault.ts';
import { isFragment } from './rules/fragment.ts';
import { negationOf } from './rules/negation.ts';
import { phraseOf } from './rules/phrases.ts';
import { severityOf } from './rules/severity.ts';
import { cap } from './text/cap.ts';
import { features } from './text/features.ts';
import { languageOf } from './text/language.ts';
import { fold, normalise } from './text/normalise.ts';
import { tokens } from './text/tokens.ts';
import { alsoOf, clausesHeard, mainOf } from './wishes.ts';

/** Less of a text than this known: it is noise, whatever the heads say. */
const LEAST_COVERAGE = 0.12;
/** Another complaint category this probable is named beside the main one. */
const SECOND_CATEGORY = 0.3;

const OUT = INTENTS.indexOf('out-of-scope');

/** What was decided about the intent. */
interface Decision {
  readonly intent: Intent;
  readonly confidence: number;
  readonly band: Band;
  readonly ranked: Heard['ranked'];
  readonly also: readonly Intent[];
}

/** Builds the port of understanding over a model; `find` reads the entities. Pure but for buffers it reuses; throws only on a model of other labels. */
export const createUnderstand = (model: Model, find: typeof findEntities = findEntities): Understand => {
  const read = reader(model);

  const decide = (reading: Reading, clauses: readonly Float64Array[]): Decision => {
    const probabilities = mainOf(reading, clauses);
    const best = bestOf(probabilities);
    const intent = INTENTS[best.index] ?? 'out-of-scope';
    const also = alsoOf(intent, reading, clauses);
    // A second wish speaks for itself, not against the first: what is left is shared by the others.
    const left = probabilities.reduce((sum, p, i) => (isOf(also, i) ? sum : sum + p), 0);
    const rivals = also.length === 0 ? probabilities : probabilities.map((p, i) => (isOf(also, i) ? 0 : p / left));
    return {
      intent,
      confidence: best.probability,
      band: bandOf(bestOf(rivals).margin, model.thresholds),
      ranked: rankedOf(probabilities),
      also,
    };
  };

  return (raw, context) => {
    const capped = cap(raw);
    const text = normalise(capped);
    const units = tokens(text);
    const negation = negationOf(text);
    const reading = read(negation?.kind === 'instead' ? features(negation.text) : features(text, units));
    const phrase = phraseOf(text);
    const clauses = phrase || negation ? [] : clausesHeard(text, reading, read);
    const decision = phrase
      ? ruled(phrase, PHRASE_CONFIDENCE)
      : nothingIn(text, units, reading)
        ? NOTHING
        : negation?.kind === 'refusal' || negation?.kind === 'person'
          ? ruled(negation.kind === 'person' ? 'handoff.request' : 'deny')
          : decide(reading, clauses);
    const { complaintCategory, severity, faultCategory, faultLevel } = reading.probabilities;
    const category = COMPLAINT_CATEGORIES[bestOf(complaintCategory).index] ?? 'other';
    return {
      text: raw,
      language: languageOf(fold(capped), context.language),
      ...decision,
      complaint: {
        category,
        severity: severityOf(text, SEVERITIES[bestOf(severity).index] ?? 'moderate'),
        also: COMPLAINT_CATEGORIES.filter((c, i) => c !== category && (complaintCategory[i] ?? 0) >= SECOND_CATEGORY),
      },
      fault: {
        category: faultCategoryOf(text, FAULT_CATEGORIES[bestOf(faultCategory).index] ?? 'business-service'),
        level: faultLevelOf(text, FAULT_LEVELS[bestOf(faultLevel).index] ?? 'normal'),
      },
      entities: find(raw, context),
    };
  };
};

const isOf = (intents: readonly Intent[], i: number): boolean => intents.some((intent) => intent === INTENTS[i]);

const NOTHING: Decision = { intent: 'out-of-scope', confidence: 0, band: 'unknown', ranked: [], also: [] };

const nothingIn = (text: string, units: ReturnType<typeof tokens>, reading: Reading): boolean =>
  reading.coverage < LEAST_COVERAGE || isFragment(text, units);

/** A rule is as sure as its author: nine in ten. */
const RULE_CONFIDENCE = 0.9;
/** Of 558 training rows that are set phrases, 4 say otherwise. */
const PHRASE_CONFIDENCE = 0.99;
const ruled = (intent: Intent, confidence = RULE_CONFIDENCE): Decision => ({
  intent,
  confidence,
  band: 'act',
  ranked: [{ intent, confidence }],
  also: [],
});

/** The best three, `out-of-scope` left out. */
const rankedOf = (probabilities: Float64Array): Heard['ranked'] => {
  let [first, second, third] = [-1, -1, -1];
  const of = (i: number): number => (i < 0 ? -1 : (probabilities[i] ?? 0));
  for (let i = 0; i < probabilities.length; i++) {
    if (i === OUT) continue;
    if (of(i) > of(first)) [first, second, third] = [i, first, second];
    else if (of(i) > of(second)) [second, third] = [i, second];
    else if (of(i) > of(third)) third = i;
  }
  return [first, second, third].flatMap((i) => {
    const intent = INTENTS[i];
    return intent ? [{ intent, confidence: of(i) }] : [];
  });
};
