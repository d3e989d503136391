import {
  COMPLAINT_CATEGORIES,
  FAULT_CATEGORIES,
  FAULT_LEVELS,
  INTENTS,
  type Intent,
  SEVERITIES,
} from '../domain/labels.ts';
import { bandOf, bestOf } from './bands.ts';
import { clausesOf } from './clauses.ts';
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

/** Less of a text than this known: it is noise, whatever the heads say. */
const LEAST_COVERAGE = 0.12;
/** The head must see a second wish in the whole text, and a clause must be as sure of its own. */
const MORE_WISHES = 0.12;
const SECOND_WISH = 0.4;
const MOST_WISHES = 2;
/** Another complaint category this probable is named beside the main one. */
const SECOND_CATEGORY = 0.3;

const OUT = INTENTS.indexOf('out-of-scope');
/** Small talk and control: never a wish beside another, and giving way to one. */
const SMALL: ReadonlySet<Intent> = new Set([
  'greet',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'help',
  'cancel',
  'back',
  'restart',
  'out-of-scope',
]);

/** What was decided about the intent. */
interface Decision {
  readonly intent: Intent;
  readonly confidence: number;
  readonly band: Band;
  readonly ranked: Heard['ranked'];
}

/** Builds the port of understanding over a model; `find` reads the entities. Pure but for buffers it reuses; throws only on a model of other labels. */
export const createUnderstand = (model: Model, find: typeof findEntities = findEntities): Understand => {
  const read = reader(model);

  const decide = (reading: Reading): Decision => {
    const probabilities = reading.probabilities.intent;
    const best = bestOf(probabilities);
    return {
      intent: INTENTS[best.index] ?? 'out-of-scope',
      confidence: best.probability,
      band: bandOf(best.margin, model.thresholds),
      ranked: rankedOf(probabilities),
    };
  };

  const wishes = (text: string, main: Intent, whole: Reading): Intent[] => {
    if ((whole.probabilities.wishes[1] ?? 0) < MORE_WISHES) return [];
    const found: { intent: Intent; sure: number }[] = [];
    for (const clause of clausesOf(text)) {
      const { intent: probabilities } = read(features(clause)).probabilities;
      for (const [i, intent] of INTENTS.entries()) {
        const sure = probabilities[i] ?? 0;
        if (sure < SECOND_WISH || intent === main || SMALL.has(intent) || found.some((f) => f.intent === intent))
          continue;
        found.push({ intent, sure });
      }
    }
    return found.slice(0, MOST_WISHES).map(({ intent }) => intent);
  };

  return (raw, context) => {
    const capped = cap(raw);
    const text = normalise(capped);
    const units = tokens(text);
    const negation = negationOf(text);
    const reading = read(negation?.kind === 'instead' ? features(negation.text) : features(text, units));
    const phrase = phraseOf(text);
    const decision = phrase
      ? ruled(phrase, PHRASE_CONFIDENCE)
      : nothingIn(text, units, reading)
        ? NOTHING
        : negation?.kind === 'refusal' || negation?.kind === 'person'
          ? ruled(negation.kind === 'person' ? 'handoff.request' : 'deny')
          : decide(reading);
    const { complaintCategory, severity, faultCategory, faultLevel } = reading.probabilities;
    const category = COMPLAINT_CATEGORIES[bestOf(complaintCategory).index] ?? 'other';
    return {
      text: raw,
      language: languageOf(fold(capped), context.language),
      ...decision,
      also: SMALL.has(decision.intent) ? [] : wishes(text, decision.intent, reading),
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

const NOTHING: Decision = { intent: 'out-of-scope', confidence: 0, band: 'unknown', ranked: [] };

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
});

/** The best three, `out-of-scope` left out. */
const rankedOf = (probabilities: Float64Array): Heard['ranked'] =>
  INTENTS.map((intent, i) => ({ intent, confidence: probabilities[i] ?? 0 }))
    .filter((_, i) => i !== OUT)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3);
