import { FORMS } from './catalogue.ts';
import type { AnyForm } from './form.ts';
import type { Scene } from './scene.ts';
import { close } from './settle.ts';
import type { DialogState, OpenForm } from './state.ts';

/**
 * The forms to come back to. One that files nothing and holds nothing is simply left; one that hands in what it has when
 * it is given up (a survey) is handed in: nobody is called back to it.
 */
export async function putAside(state: DialogState, open: OpenForm | null, scene: Scene): Promise<OpenForm[]> {
  if (!open) return state.suspended;
  const form: AnyForm = FORMS[open.name];
  if (form.closing) {
    await close({ ...state, suspended: [], wishes: [] }, open, scene);
    return state.suspended;
  }
  const worth = form.confirms || Object.keys(open.answers).length > 0;
  return worth ? [...state.suspended, open].slice(-3) : state.suspended;
}
