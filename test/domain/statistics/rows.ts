import type { Brand } from '../../../domain/ids.ts';
import type { CaseRow } from '../../../domain/statistics/rows.ts';

const brand = <B extends string>(text: string) => text as Brand<string, B>;
export const conversation = (text: string) => brand<'ConversationId'>(text);
export const AT = Date.UTC(2026, 10, 23, 4);

export const aCase = (more: Partial<CaseRow> = {}): CaseRow => ({
  ...{ kind: 'complaint', category: 'billing-plan', channel: 'web', conversation: conversation('c1') },
  ...{ area: 'sz-nanshan', open: true, openedAt: AT, resolvedAt: null, reopened: false, urged: false },
  ...more,
});
