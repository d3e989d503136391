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
import { severityOf } from './rules/severity.ts';
import { cap } from './text/cap.ts';
import { features } from './text/features.ts';
import { languageOf } from './text/language.ts';
import { fold, normalise } from './text/normalise.ts';
import { tokens } from './text/tokens.ts';

/** Less of a text than this known: it is noise, whatever the heads say. */
const LEAST_COVERAGE = 0.12;
/** A clause must be this sure of its wish to count as a second one. */
const SECOND_WISH = 0.6;
/** And the whole text must not speak against it. */
const SECOND_WISH_IN_WHOLE = 0.02;
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

  const wishes = (text: string, main: Intent, whole: Float64Array): Intent[] => {
    const found: Intent[] = [];
    for (const clause of clausesOf(text)) {
      const best = bestOf(read(features(clause)).probabilities.intent);
      const intent = INTENTS[best.index] ?? 'out-of-scope';
      if (best.margin < SECOND_WISH || (whole[best.index] ?? 0) < SECOND_WISH_IN_WHOLE) continue;
      if (intent === main || SMALL.has(intent) || found.includes(intent)) continue;
      found.push(intent);
    }
    return found;
  };

  return (raw, context) => {
    const capped = cap(raw);
    const text = normalise(capped);
    const units = tokens(text);
    const negation = negationOf(text);
    const reading = read(negation?.kind === 'instead' ? features(negation.text) : features(text, units));
    const decision = nothingIn(text, units, reading)
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
      also: SMALL.has(decision.intent) ? [] : wishes(text, decision.intent, reading.probabilities.intent),
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
const ruled = (intent: Intent): Decision => ({
  intent,
  confidence: RULE_CONFIDENCE,
  band: 'act',
  ranked: [{ intent, confidence: RULE_CONFIDENCE }],
});

/** The best three, `out-of-scope` left out. */
const rankedOf = (probabilities: Float64Array): Heard['ranked'] =>
  INTENTS.map((intent, i) => ({ intent, confidence: probabilities[i] ?? 0 }))
    .filter((_, i) => i !== OUT)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3);
