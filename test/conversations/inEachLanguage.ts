import { type Talk, type TalkOptions, talk, type World } from './talk.ts';

type NewsOf = Parameters<Talk['news']>[0];
/** What happens in a turn: words, a quick reply of the last message by its place (from 0), news, or time passing. */
type Act = string | { readonly news: NewsOf } | { readonly press: number } | { readonly afterHours: number };
/** One turn in Simplified Chinese, Traditional Chinese and English, and the names of the messages it is answered by. */
export interface Turn {
  readonly acts: readonly [Act, Act, Act];
  readonly names: readonly string[];
}

/** What the product puts into the inbox meanwhile. */
export function told(news: NewsOf, ...names: string[]): Turn {
  return { acts: [{ news }, { news }, { news }], names };
}

/** In place of names: whatever is said is right. */
export const ANYTHING = '*';

export function said(hans: string, hant: string, en: string, ...names: string[]): Turn {
  return { acts: [hans, hant, en], names };
}
/** The same words in all languages: a number, an address. */
export function same(words: string, ...names: string[]): Turn {
  return { acts: [words, words, words], names };
}
export function pressed(place: number, ...names: string[]): Turn {
  const act = { press: place };
  return { acts: [act, act, act], names };
}
export function hoursLater(
  hours: number,
  [hans, hant, en]: readonly [string, string, string],
  ...names: string[]
): readonly Turn[] {
  const wait = { afterHours: hours };
  return [{ acts: [wait, wait, wait], names: [] }, said(hans, hant, en, ...names)];
}

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;

/** Runs a transcript in all three languages, and looks at the end of each. */
export function inEachLanguage(
  title: string,
  turns: readonly (Turn | readonly Turn[])[],
  look?: (world: World) => Promise<void> | void,
  options: TalkOptions = {},
): void {
  LOCALES.forEach((locale, place) => {
    it(`${title} (${locale})`, async () => {
      let script: Talk = talk({ locale, ...options });
      for (const { acts, names } of turns.flat()) {
        const act = acts[place] ?? '';
        if (typeof act === 'string' && names[0] === ANYTHING) script = script.customer(act);
        else if (typeof act === 'string') script = script.customer(act).bot(...names);
        else if ('news' in act) script = script.news(act.news).bot(...names);
        else if ('press' in act) script = script.press(act.press).bot(...names);
        else script = script.later(act.afterHours * 3_600_000);
      }
      await (look ? script.check(look) : script);
    });
  });
}

/** All records of the customer of a conversation. */
export async function recordsOf({ ledger, state, now }: World) {
  if (!state) throw new Error('nothing was said yet');
  const customer = state.customer as Parameters<typeof ledger.cases.ofCustomer>[0];
  const [cases, bookings, contact, consents] = await Promise.all([
    ledger.cases.ofCustomer(customer, 'all'),
    ledger.bookings.upcoming(customer, now),
    ledger.customers.contact(customer),
    ledger.customers.consents(customer),
  ]);
  return { cases, bookings, contact, consents };
}

/** Id of the slot chosen in the open form. */
export function slotOf({ state }: World): string | null {
  const slot = state?.dialog.form?.answers.slot;
  return slot && typeof slot === 'object' && 'id' in slot ? String(slot.id) : null;
}
