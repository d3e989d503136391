import type { Names } from '../../domain/ids.ts';
import type { Say } from '../../locales/messages.ts';
import { type Question, read } from '../form.ts';
import { sayable, shortened, tells } from '../words.ts';

/** Longest telling kept in a form, in UTF-16 units. */
const LIMIT = 4000;

/** What the customer says in their own words; an opening that already tells it is not asked again. */
export function tellingQuestion<A, F>(label: Names, ask: () => Say): Question<A, string, F> {
  return {
    label,
    free: 'story',
    ask,
    show: (value) => shortened(value),
    read: (heard, manner) => {
      const said = heard.text.trim().slice(0, LIMIT);
      if (manner === 'asked') return sayable(said) ? read(said) : undefined;
      return manner === 'opening' && tells(said) ? read(said) : undefined;
    },
  };
}
