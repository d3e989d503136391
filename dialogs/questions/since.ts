import { z } from 'zod';
import { FIELDS } from '../../locales/labels.ts';
import { type Choice, say } from '../../locales/messages.ts';
import type { Heard } from '../../nlu/heard.ts';
import { all, first, pastTime } from '../entities.ts';
import { evades } from '../evasion.ts';
import { problem, type Question, type Reading, read } from '../form.ts';
import { sayable } from '../words.ts';
import { yesNo } from '../yesNo.ts';

/** In the customer's words, with the instant when it could be read. */
export const sinceSchema = z.strictObject({ text: z.string().max(200), at: z.number().nullable() });
export type Since = z.infer<typeof sinceSchema>;

/** Longest answer that is nothing but a time, in UTF-16 units, and what such a one holds at least. */
const SHORT = 20;
const TIMELY =
  /[时時候前后後来來起自天周週月年点點久早晚昨今始刚剛]|装|裝|搬|换|換|过|過|since|after|before|ago|when|long|while|recent|ever|always|moved|install|start|new|\b(an?|few|couple|several|two|three|many) (of )?(hour|day|week|month|year)/i;
/** "He is seventy this year" tells nothing of a fault. */
const LONGEST = 40 * 24 * 60 * 60 * 1000;
/** "Last week it still worked": when it had not begun yet. */
function wasFine(text: string, end: number): boolean {
  return /^(还|還|都|仲)?(好好|能用|可以用|正常|没事|沒事|没问题|沒問題)|^.{0,3}(it )?(was|were) (still )?(fine|ok|working)/i.test(
    text.slice(end, end + 24),
  );
}
const DAY = 24 * 60 * 60 * 1000;

export function sinceQuestion<A, F>(choices: readonly Choice[]): Question<A, Since, F> {
  return {
    label: FIELDS.since,
    free: 'words',
    ask: () => say('askSince'),
    unsure: { text: '', at: null },
    choices: () => choices,
    pick: (value, _answers, _facts, scene) => {
      const label = choices.find((c) => c.value === value)?.label[scene.language] ?? value;
      const at = value === 'now' ? scene.now : value === 'yesterday' ? scene.now - DAY : null;
      return read({ text: label, at });
    },
    read: (heard, manner, _answers, _facts, scene) => sinceIn(heard, manner === 'asked', scene.now),
    show: (value) => value.text || null,
  };
}

function sinceIn(heard: Heard, asked: boolean, now: number): Reading<Since> | undefined {
  const alone = asked && heard.text.length <= SHORT;
  const past = pastTime(heard, now);
  const said = all(heard, 'time');
  if (past)
    return read({
      text: said
        .filter((e) => e.values.some((v) => v.from <= now && v.to - v.from <= LONGEST) && !wasFine(heard.text, e.end))
        .map((e) => e.text)
        .join(' ')
        .slice(0, 200),
      at: past.from,
    });
  const lasting = first(heard, 'duration');
  // "三天了" says it better than "三天"
  if (lasting) return read({ text: alone ? heard.text.trim() : lasting.text, at: now - lasting.ms });
  if (!asked) return undefined;
  if (said.length > 0) return problem(say('sinceFuture'));
  const vague = !alone || TIMELY.test(heard.text);
  return vague && sayable(heard.text) && yesNo(heard) === null && !evades(heard)
    ? read({ text: heard.text.trim().slice(0, 200), at: null })
    : undefined;
}
