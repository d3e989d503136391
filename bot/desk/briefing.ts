import { z } from 'zod';
import type { Person } from '../../dialogs/person.ts';
import type { Scene } from '../../dialogs/scene.ts';
import type { DialogState, OpenForm } from '../../dialogs/state.ts';
import { ownerOf } from '../../domain/cases/triage.ts';
import type { NewHandoff } from '../../domain/desk/handoff.ts';
import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES, FAULT_LEVELS, SEVERITIES } from '../../domain/labels.ts';

/** What a form put aside may tell of its matter; anything else in it is passed on unread. */
const told = z.object({
  category: z.enum(COMPLAINT_CATEGORIES).nullable().catch(null),
  severity: z.enum(SEVERITIES).nullable().catch(null),
  symptom: z
    .object({ category: z.enum(FAULT_CATEGORIES), level: z.enum(FAULT_LEVELS) })
    .nullable()
    .catch(null),
});

const NO_FACTS = { category: null, severity: null, level: null } as const;

/** Longest serialised answers that go along, in UTF-16 units. */
const ANSWERS_LIMIT = 20_000;

/** A hand-off with everything said so far: the customer never repeats themselves (manual section 8). */
export function draftOf(person: Person, dialog: DialogState, scene: Scene): NewHandoff {
  const { heard } = scene;
  const aside = dialog.suspended.at(-1) ?? null;
  const matter = person.filed ?? matterOf(aside, scene);
  const form = person.filed?.form ?? aside?.name ?? null;
  const answers = person.filed?.answers ?? aside?.answers ?? {};
  return {
    conversation: scene.conversation,
    customer: scene.customer,
    channel: scene.channel,
    language: scene.language,
    reason: person.reason,
    severity: matter.severity,
    team: matter.team,
    briefing: {
      words: person.words === '' ? heard.text.slice(0, 500) : person.words,
      intent: heard.intent,
      confidence: heard.confidence,
      mood: dialog.anger > 0 ? 'upset' : 'calm',
      form,
      answers: JSON.stringify(answers).length > ANSWERS_LIMIT ? {} : answers,
    },
  };
}

/** The team whose people know most of a form's matter, and how grave it is. */
function matterOf(aside: OpenForm | null, { manual }: Scene): Pick<NewHandoff, 'team' | 'severity'> {
  const { category, severity, symptom } = told.parse(aside?.answers ?? {});
  const grave = symptom?.level === 'major' ? 'major' : severity;
  const team = (kind: Parameters<typeof ownerOf>[1]['kind'], facts: { category: string | null }) =>
    ownerOf(manual, { ...NO_FACTS, ...facts, kind, severity: kind === 'complaint' ? severity : null });
  const none = { category: null };
  switch (aside?.name) {
    case 'complaint':
      return { team: team('complaint', { category }), severity };
    case 'fault':
      return { team: team('fault', { category: symptom?.category ?? null }), severity: grave };
    case 'security':
      return { team: team('security', none), severity: 'major' };
    case 'application':
    case 'feedback':
    case 'privacy':
      return { team: team(aside.name, none), severity: null };
    default:
      return { team: team('callback', none), severity: null };
  }
}
