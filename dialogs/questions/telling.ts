import type { Names } from '../../domain/ids.ts';
import type { Intent } from '../../domain/labels.ts';
import type { Say } from '../../locales/messages.ts';
import { type Question, read } from '../form.ts';
import { sayable, shortened, tells } from '../words.ts';

/** Longest telling kept in a form, in UTF-16 units. */
const LIMIT = 4000;

/** What the customer says in their own words; an opening that already tells it is not asked again. */
export function tellingQuestion<A, F>(
  label: Names,
  ask: () => Say,
  /** Wishes that tell more of it while something else is asked. */
  own: readonly Intent[] = [],
  /** Words that do so whatever is understood of them. */
  details: RegExp | null = null,
): Question<A, string, F> {
  return {
    label,
    free: 'story',
    ask,
    show: (value) => shortened(value),
    more: ({ text, band, intent }, value) =>
      (band === 'act' && own.includes(intent) && tells(text)) || details?.test(text.slice(0, 100))
        ? `${value}\n${text.trim()}`.slice(0, LIMIT)
        : null,
    read: (heard, manner) => {
      const said = heard.text.trim().slice(0, LIMIT);
      if (manner === 'asked') return sayable(said) ? read(said) : undefined;
      return manner === 'opening' && tells(said) ? read(said) : undefined;
    },
  };
}
