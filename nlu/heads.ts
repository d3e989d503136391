import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES, FAULT_LEVELS, INTENTS, SEVERITIES } from '../domain/labels.ts';
import type { Example } from './examples.ts';

const WISHES = ['one', 'more'] as const;

/** What is decided about an utterance, each by its own classifier over the same features. */
export const HEADS = {
  intent: { labels: INTENTS, labelOf: (e: Example) => e.intent },
  /** Whether there is a second wish beside the intent; which one, the clauses tell. */
  wishes: { labels: WISHES, labelOf: (e: Example) => (e.also.length > 0 ? 'more' : 'one') },
  complaintCategory: { labels: COMPLAINT_CATEGORIES, labelOf: (e: Example) => e.complaintCategory },
  severity: { labels: SEVERITIES, labelOf: (e: Example) => e.severity },
  faultCategory: { labels: FAULT_CATEGORIES, labelOf: (e: Example) => e.faultCategory },
  faultLevel: { labels: FAULT_LEVELS, labelOf: (e: Example) => e.faultLevel },
} as const;

export type HeadName = keyof typeof HEADS;
/** In the order in which they are learnt: those of the same texts next to each other. */
export const HEAD_NAMES = [
  'intent',
  'wishes',
  'complaintCategory',
  'severity',
  'faultCategory',
  'faultLevel',
] as const satisfies HeadName[];
