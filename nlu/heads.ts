import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES, FAULT_LEVELS, INTENTS, SEVERITIES } from '../domain/labels.ts';
import type { Example } from './examples.ts';

const WISHES = ['one', 'more'] as const;

/** What is decided about an utterance, each by its own classifier over the same features. */
export const HEADS = {
  intent: { labels: INTENTS, labelOf: (e: Example) => e.intent },
  complaintCategory: { labels: COMPLAINT_CATEGORIES, labelOf: (e: Example) => e.complaintCategory },
  severity: { labels: SEVERITIES, labelOf: (e: Example) => e.severity },
  faultCategory: { labels: FAULT_CATEGORIES, labelOf: (e: Example) => e.faultCategory },
  faultLevel: { labels: FAULT_LEVELS, labelOf: (e: Example) => e.faultLevel },
  /** Whether there is a second wish beside the intent; which one, the clauses tell. */
  wishes: { labels: WISHES, labelOf: (e: Example) => (e.also.length > 0 ? 'more' : 'one') },
} as const;

export type HeadName = keyof typeof HEADS;
export const HEAD_NAMES = [
  'intent',
  'complaintCategory',
  'severity',
  'faultCategory',
  'faultLevel',
  'wishes',
] as const satisfies HeadName[];
