import { say } from '../locales/messages.ts';
import { FORMS } from './catalogue.ts';
import * as engine from './engine.ts';
import { isSilent } from './evasion.ts';
import type { Scene } from './scene.ts';
import { askAgain, prepend, type Routed, settle } from './settle.ts';
import type { DialogState, OpenForm } from './state.ts';
import { MENU, PERSON, personOffer } from './talk.ts';

/** A misunderstanding: say so and ask again; at the manual's number in a row a person is offered (manual section 8). */
export async function missed(state: DialogState, scene: Scene): Promise<Routed> {
  const misses = state.misses + 1;
  const tooMany = misses >= scene.manual.conduct.misunderstandings;
  const next = { ...state, misses: tooMany ? 0 : misses };
  if (!state.form) {
    const others = MENU.filter((choice) => choice.value !== PERSON.value);
    const reply = tooMany
      ? say('notUnderstoodTwice', { aside: false }, { choices: [PERSON, ...others] })
      : isSilent(scene.heard.text)
        ? say('stillHere', { aside: false }, { choices: MENU })
        : say('notUnderstood', {}, { choices: MENU });
    return {
      state: tooMany ? { ...next, offer: personOffer(scene.heard.text, 'not-understood') } : next,
      says: [reply],
    };
  }
  const left = tooMany ? await engine.leaveOpen(FORMS[state.form.name], state.form, scene) : null;
  if (left) return withPerson(await settle(next, left, scene));
  const asked = await askAgain(next, state.form, scene);
  const again = { ...asked, state: { ...asked.state, misses: next.misses } };
  if (!tooMany) return prepend([say('answerNotUnderstood')], again);
  return prepend([say('notUnderstoodTwice', { aside: true })], withPerson(again));
}

/** Somebody at a loss is calmed before the open question comes again, with a person beside it. */
export async function reassure(state: DialogState, open: OpenForm, scene: Scene): Promise<Routed> {
  return prepend([say('reassure')], withPerson(await askAgain(state, open, scene)));
}

/** Adds a way to a person to the quick replies. */
export function withPerson(routed: Routed): Routed {
  const { says } = routed;
  const last = says.at(-1);
  if (!last) return routed;
  const choices = last.choices ?? [];
  if (choices.some(({ value }) => value === PERSON.value)) return routed;
  return { ...routed, says: [...says.slice(0, -1), { ...last, choices: [...choices, PERSON] }] };
}
