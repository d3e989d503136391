import type { ConversationView, DeskCatalogue } from '../../../../adapters/desk/schemas.ts';
import type { CaseKind } from '../../../../domain/cases/case.ts';
import type { FaultLevel, Severity } from '../../../../domain/labels.ts';
import { CASE_KINDS, COMPLAINT, FAULT } from './labels.ts';

export interface CaseDraft {
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly severity: Severity | null;
  readonly level: FaultLevel | null;
  readonly area: string | null;
  readonly story: string;
}

/** What a case would say, from what the bot has understood and gathered: the agent corrects instead of typing. */
export function caseDraft(view: ConversationView, catalogue: DeskCatalogue | undefined): CaseDraft {
  const { understood, handoff } = view;
  const slot = (field: string): string | null => understood.slots.find((each) => each.field === field)?.value ?? null;
  const kind = kindOf(understood.form, understood.intent);
  const categories = kind === 'fault' ? catalogue?.faultCategories : catalogue?.complaintCategories;
  return {
    kind,
    category: categoriesOf(kind).length > 0 ? idOf(categories, slot('category')) : null,
    severity: kind === 'complaint' ? (handoff?.severity ?? null) : null,
    level: kind === 'fault' ? 'normal' : null,
    area: idOf(catalogue?.areas, slot('area')),
    story: slot('story') ?? understood.words,
  };
}

/** Slots say what they hold as the customer reads it: the id of that name in any language. */
function idOf(names: DeskCatalogue['areas'] | undefined, said: string | null): string | null {
  if (said === null) return null;
  const found = Object.entries(names ?? {}).find(([id, of]) => id === said || Object.values(of).includes(said));
  return found?.[0] ?? null;
}

/** Categories belong to complaints and faults only. */
export function categoriesOf(kind: CaseKind): readonly string[] {
  return kind === 'complaint' ? COMPLAINT : kind === 'fault' ? FAULT : [];
}

const BY_INTENT: Readonly<Record<string, CaseKind>> = {
  'complaint.file': 'complaint',
  'fault.report': 'fault',
  'service.apply': 'application',
  'service.change': 'application',
  'service.terminate': 'application',
  'feedback.praise': 'feedback',
  'feedback.suggest': 'feedback',
  'privacy.request': 'privacy',
  'security.report': 'security',
};

function kindOf(form: string | null, intent: string | null): CaseKind {
  return CASE_KINDS.find((kind) => kind === form) ?? BY_INTENT[intent ?? ''] ?? 'complaint';
}
