import type { Names } from '../../domain/ids.ts';
import type { Say } from '../../locales/messages.ts';
import { first } from '../entities.ts';
import { type Question, read } from '../form.ts';
import { yesNo } from '../yesNo.ts';

/** Longest place kept, in UTF-16 units. */
const PLACE_LIMIT = 200;

/** A place in the customer's words: an address when one is said anywhere; when asked, any phrase of some length. */
export function placeQuestion<A, F>(
  label: Names,
  ask: () => Say,
  when?: Question<A, string, F>['when'],
): Question<A, string, F> {
  return {
    label,
    free: 'words',
    ...(when ? { when } : {}),
    ask,
    read: (heard, manner) => {
      const address = first(heard, 'address');
      if (address && (manner !== 'asked' || address.text.length >= heard.text.length / 2))
        return read(address.text.trim().slice(0, PLACE_LIMIT));
      if (manner !== 'asked' || yesNo(heard) !== null) return undefined;
      const said = heard.text.trim();
      const letters = said.replace(/[^\p{L}\p{N}]/gu, '').length;
      return letters >= 2 ? read(said.slice(0, PLACE_LIMIT)) : undefined;
    },
  };
}
