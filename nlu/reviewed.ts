import {
  COMPLAINT_CATEGORIES,
  type ComplaintCategory,
  FAULT_CATEGORIES,
  FAULT_LEVELS,
  type FaultCategory,
  type FaultLevel,
  type Intent,
  SEVERITIES,
  type Severity,
} from '../domain/labels.ts';
import type { OpenWording } from '../domain/learning.ts';
import { Example } from './examples.ts';
import { withStandIns } from './masking/standIns.ts';
import { normalise } from './text/normalise.ts';

/** File of the data folder that reviewed utterances are added to. */
export const REVIEWED = 'reviewed.jsonl';

/** What a reviewer says of a wording, as typed. */
export interface Verdict {
  readonly intent: Intent;
  readonly category: string | null;
  readonly severity: string | null;
  readonly level: string | null;
  /** Second wishes in the order said. */
  readonly also: readonly Intent[];
}

export type Reviewed =
  | { readonly kind: 'row'; readonly row: Example }
  /** The same row is there already: the review was interrupted before it was settled. */
  | { readonly kind: 'there'; readonly row: Example }
  /** The verdict says too little or too much of such an intent. */
  | { readonly kind: 'incomplete'; readonly wanted: string }
  /** The data say something else of the same text. */
  | { readonly kind: 'clash'; readonly id: string; readonly intent: Intent };

type Labels = Pick<Example, 'complaintCategory' | 'severity' | 'faultCategory' | 'faultLevel'>;
const NONE: Labels = { complaintCategory: null, severity: null, faultCategory: null, faultLevel: null };

/** The training row of a reviewed wording: stand-ins for what was masked, a group of its own, source `review`. */
export function review(wording: OpenWording, verdict: Verdict, data: readonly Example[]): Reviewed {
  const labels = labelsOf(verdict);
  if (typeof labels === 'string') return { kind: 'incomplete', wanted: labels };
  const id = `rev-${wording.id}`;
  const row = Example.parse({
    id,
    text: withStandIns(wording.text, wording.language),
    language: wording.language,
    intent: verdict.intent,
    ...labels,
    also: [...verdict.also],
    group: id,
    source: 'review',
    split: 'train',
  });
  const text = normalise(row.text);
  const other = data.find((each) => each.intent !== row.intent && (each.id === id || normalise(each.text) === text));
  if (other) return { kind: 'clash', id: other.id, intent: other.intent };
  return { kind: data.some((each) => each.id === id) ? 'there' : 'row', row };
}

/** The labels of the other heads, or what is wanted instead of what was said. */
function labelsOf({ intent, category, severity, level }: Verdict): Labels | string {
  if (intent === 'complaint.file') {
    const complaintCategory: ComplaintCategory | undefined = COMPLAINT_CATEGORIES.find((each) => each === category);
    const how: Severity | undefined = SEVERITIES.find((each) => each === severity);
    return complaintCategory && how && level === null
      ? { ...NONE, complaintCategory, severity: how }
      : `${intent} wants --category ${COMPLAINT_CATEGORIES.join('|')} --severity ${SEVERITIES.join('|')}`;
  }
  if (intent === 'fault.report') {
    const faultCategory: FaultCategory | undefined = FAULT_CATEGORIES.find((each) => each === category);
    const faultLevel: FaultLevel | undefined = FAULT_LEVELS.find((each) => each === level);
    return faultCategory && faultLevel && severity === null
      ? { ...NONE, faultCategory, faultLevel }
      : `${intent} wants --category ${FAULT_CATEGORIES.join('|')} --level ${FAULT_LEVELS.join('|')}`;
  }
  return category === null && severity === null && level === null
    ? NONE
    : `${intent} has no --category, --severity or --level`;
}
