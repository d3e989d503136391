import type { Case, CaseAnswers, CaseKind, NewCase } from '../domain/cases/case.ts';
import { ownerOf } from '../domain/cases/triage.ts';
import type { FaultLevel, Severity } from '../domain/labels.ts';
import { openClocks, promisedBy } from '../domain/manual/clocks.ts';
import type { Manual } from '../domain/manual/schema.ts';
import { FIELDS } from '../locales/labels.ts';
import type { Card, Promised, Row } from '../locales/messages.ts';
import { type Circumstances, keyOf } from './scene.ts';

/** What a form files; the rest of the case follows from the manual and the scene. */
export interface Filing {
  readonly kind: CaseKind;
  readonly category?: string | null;
  readonly alsoCategories?: readonly string[];
  readonly severity?: Severity | null;
  readonly level?: FaultLevel | null;
  readonly area?: string | null;
  readonly answers: CaseAnswers;
  readonly links?: readonly string[];
}

/** Registers a case with its clocks and owner; told to the customer only after this resolved. */
export async function fileCase(filing: Filing, scene: Circumstances, instance: string): Promise<Case> {
  const { kind, category = null, severity = null, level = null } = filing;
  const draft: NewCase = {
    kind,
    category,
    alsoCategories: filing.alsoCategories ?? [],
    severity,
    level,
    customer: scene.customer,
    conversation: scene.conversation,
    channel: scene.channel,
    language: scene.language,
    area: filing.area ?? null,
    owner: ownerOf(scene.manual, { kind, category, severity, level }),
    answers: filing.answers,
    clocks: openClocks(scene.manual, { kind, category, severity, level }, scene.now, scene.zone),
    links: filing.links ?? [],
  };
  return scene.ledger.cases.register(draft, keyOf(scene, instance, 'case'), scene.now);
}

/** What the customer is promised from the clocks of a case that still run, soonest first, at most three. */
export function promises(manual: Manual, filed: Pick<Case, 'clocks'>): Promised[] {
  return promisedBy(manual, filed.clocks)
    .slice(0, 3)
    .map(({ clock, by }) => ({
      what: manual.clocks[clock.name]?.names ?? { 'zh-Hans': clock.name, 'zh-Hant': clock.name, en: clock.name },
      by,
    }));
}

/** The card of a case: number, kind, who answers for it. */
export function caseCard(manual: Manual, filed: Case, rows: readonly Row[] = []): Card {
  return {
    kind: 'case',
    number: filed.number,
    title: manual.caseKinds[filed.kind].names,
    rows: [
      ...rows,
      { label: FIELDS.stage, value: manual.stages[filed.stage].names },
      { label: FIELDS.team, value: manual.teams[filed.owner]?.names ?? filed.owner },
    ],
  };
}
