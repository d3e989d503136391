import { pickChoice } from './choices.ts';
import { codeIn, type LinkWish } from './linkWords.ts';
import { putAside } from './putAside.ts';
import type { Scene } from './scene.ts';
import { askAgain, type Routed } from './settle.ts';
import type { DialogState, OpenForm } from './state.ts';
import { start } from './wishes.ts';

/** A code, or a quick reply, is for the form that waits for it. */
export function answersLink(text: string, open: OpenForm | null): boolean {
  return open?.name === 'link' && (codeIn(text) !== null || pickChoice(text, open.offered) !== null);
}

/** A wish to be one customer on several channels, or no longer: whatever is open waits meanwhile. */
export async function beginLink(state: DialogState, wish: LinkWish, scene: Scene): Promise<Routed> {
  const open = state.form?.name === 'link' ? state.form : null;
  if (open && (wish.way ?? open.answers.way) === open.answers.way) return askAgain(state, open, scene);
  const suspended = open ? state.suspended : await putAside(state, state.form, scene);
  return start({ ...state, form: null, offer: null, suspended, misses: 0 }, 'link', { ...wish }, scene.heard, scene);
}
