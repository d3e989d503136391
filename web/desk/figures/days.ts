import { LOCALES } from '../lib/format.ts';
import type { Language } from '../lib/language.tsx';

/** `11/22` of `2026-11-22`, in English `22/11`. */
export function shortDay(date: string, language: Language): string {
  const [, month, day] = date.split('-').map(Number);
  return language === 'en' ? `${day}/${month}` : `${month}/${day}`;
}

/** `2026年11月22日` of a day, or of an instant in a zone, which is that of this machine where none is given. */
export function dateOf(at: string, language: Language, timeZone?: string): string {
  const options = { year: 'numeric', month: language === 'en' ? 'short' : 'long', day: 'numeric' } as const;
  // a day without a time is the same day in every zone
  const where = at.length === 10 ? 'UTC' : timeZone;
  const zone = where === undefined ? {} : { timeZone: where };
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, ...zone }).format(new Date(at));
}
