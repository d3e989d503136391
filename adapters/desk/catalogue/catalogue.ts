import type { z } from 'zod';
import { STAGES } from '../../../domain/cases/case.ts';
import type { Names } from '../../../domain/ids.ts';
import { FIELDS, INTENT_NAMES } from '../../../locales/labels.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { deskCatalogue } from '../schemas.ts';

type Catalogue = z.infer<typeof deskCatalogue>;

export function catalogueOperation(deps: DeskDeps): DeskOperation {
  return deskOperation(deps.guard, {
    method: 'GET',
    path: '/desk/api/catalogue',
    summary: 'Names of the manual and what may be chosen.',
    access: 'agent',
    answer: deskCatalogue,
    handle: async () => viewCatalogue(deps),
  });
}

function viewCatalogue({ manual, oidc }: DeskDeps): Catalogue {
  const { offerSeconds, silentSeconds, firstReply } = manual.handoff;
  return {
    operator: manual.operator.names,
    hotline: manual.operator.hotline,
    teams: namesOf(manual.teams),
    services: namesOf(manual.services),
    areas: byId(manual.areas),
    branches: byId(manual.branches),
    caseKinds: namesOf(manual.caseKinds),
    stages: Object.fromEntries(
      STAGES.map((stage) => [stage, { names: manual.stages[stage].names, next: manual.stages[stage].next }]),
    ),
    complaintCategories: namesOf(manual.complaintCategories),
    faultCategories: namesOf(manual.faultCategories),
    severities: namesOf(manual.severities),
    faultLevels: namesOf(manual.faultLevels),
    clocks: namesOf(manual.clocks),
    bookingKinds: namesOf(manual.slotPlans),
    fields: FIELDS,
    intents: INTENT_NAMES,
    handoff: {
      offerSeconds,
      silentSeconds,
      firstReplyTargetSeconds: firstReply.targetSeconds,
      firstReplyLimitSeconds: firstReply.limitSeconds,
    },
    oidc,
  };
}

function namesOf(known: Readonly<Record<string, { readonly names: Names }>>): Record<string, Names> {
  return Object.fromEntries(Object.entries(known).map(([id, { names }]) => [id, names]));
}

function byId(known: readonly { readonly id: string; readonly names: Names }[]): Record<string, Names> {
  return Object.fromEntries(known.map(({ id, names }) => [id, names]));
}
