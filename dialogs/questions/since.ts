import { z } from 'zod';
import { FIELDS } from '../../locales/labels.ts';
import { type Choice, say } from '../../locales/messages.ts';
import type { Heard } from '../../nlu/heard.ts';
import { all, first, pastTime } from '../entities.ts';
import { problem, type Question, type Reading, read } from '../form.ts';
import { sayable } from '../words.ts';
import { yesNo } from '../yesNo.ts';

/** In the customer's words, with the instant when it could be read. */
export const sinceSchema = z.strictObject({ text: z.string().max(200), at: z.number().nullable() });
export type Since = z.infer<typeof sinceSchema>;

const DAY = 24 * 60 * 60 * 1000;

export function sinceQuestion<A, F>(choices: readonly Choice[]): Question<A, Since, F> {
  return {
    label: FIELDS.since,
    free: 'words',
    ask: () => say('askSince'),
    choices: () => choices,
    pick: (value, _answers, _facts, scene) => {
      const label = choices.find((c) => c.value === value)?.label[scene.language] ?? value;
      const at = value === 'now' ? scene.now : value === 'yesterday' ? scene.now - DAY : null;
      return read({ text: label, at });
    },
    read: (heard, manner, _answers, _facts, scene) => sinceIn(heard, manner === 'asked', scene.now),
    show: (value) => value.text,
  };
}

function sinceIn(heard: Heard, asked: boolean, now: number): Reading<Since> | undefined {
  const past = pastTime(heard, now);
  const said = all(heard, 'time');
  if (past)
    return read({
      text: said
        .map((e) => e.text)
        .join(' ')
        .slice(0, 200),
      at: past.from,
    });
  const lasting = first(heard, 'duration');
  if (lasting) return read({ text: lasting.text, at: now - lasting.ms });
  if (!asked) return undefined;
  if (said.length > 0) return problem(say('sinceFuture'));
  return sayable(heard.text) && yesNo(heard) === null
    ? read({ text: heard.text.trim().slice(0, 200), at: null })
    : undefined;
}
