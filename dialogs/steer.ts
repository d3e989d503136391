import { type Say, say } from '../locales/messages.ts';
import { FORMS } from './catalogue.ts';
import type { Command } from './commands.ts';
import * as engine from './engine.ts';
import type { AnyForm } from './form.ts';
import { callPerson } from './person.ts';
import type { Scene } from './scene.ts';
import { askAgain, dropForm, prepend, type Routed, settle } from './settle.ts';
import type { DialogState, OpenForm } from './state.ts';
import { takeBack } from './takeBack.ts';
import { MENU, talk, talkAside } from './talk.ts';

/** Carries out a command, the same for all forms. */
export async function steer(state: DialogState, command: Command, scene: Scene): Promise<Routed> {
  const open = state.form;
  switch (command) {
    case 'handoff':
      return callPerson(state, 'asked', scene);
    case 'cancel':
      return (await takeBack(state, scene)) ?? dropForm(state, scene);
    case 'restart':
      return {
        state: { ...state, form: null, suspended: [], wishes: [], offer: null, misses: 0, anger: 0 },
        says: [say('startedOver', {}, { choices: MENU })],
      };
    case 'help':
      return open
        ? prepend(await talkAside('help', scene), await askAgain(state, open, scene))
        : { state, says: await talk('help', scene) };
    case 'recap':
      return recap(state, open, scene);
    case 'back':
      return goBack(state, open, scene);
  }
}

/** "What did I tell you so far": the rows as they stand, then the open question again. */
async function recap(state: DialogState, open: OpenForm | null, scene: Scene): Promise<Routed> {
  if (!open) return { state, says: [say('recapEmpty', {}, { choices: MENU })] };
  const form: AnyForm = FORMS[open.name];
  const filling = await form.open(open.answers, scene, open.instance);
  const asked = await askAgain(state, open, scene);
  // a complete form answers with its summary, which says it all
  if (filling.next() === null) return asked;
  const rows = filling.rows();
  const told: Say = rows.length > 0 ? say('recap', { form: form.title, rows }) : say('recapEmpty');
  return prepend([told], asked);
}

async function goBack(state: DialogState, open: OpenForm | null, scene: Scene): Promise<Routed> {
  if (!open) return { state, says: [say('nothingToGoBackTo', {}, { choices: MENU })] };
  const outcome = await engine.back(FORMS[open.name], open, scene);
  if (outcome) return settle({ ...state, misses: 0 }, outcome, scene);
  return prepend([say('nothingToGoBackTo')], await askAgain(state, open, scene));
}
