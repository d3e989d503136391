import { type Instant, LANGUAGES, type Language, type Names } from '../domain/ids.ts';

/** BCP 47 tags for Intl; Taiwan's and Britain's habits for the two that differ by region. */
const TAGS: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

type Shape = 'date' | 'day' | 'time' | 'dateTime';
const OPTIONS: Readonly<Record<Shape, Intl.DateTimeFormatOptions>> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  day: { month: 'long', day: 'numeric', weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dateTime: { month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** Intl formats are slow to build and cheap to use. */
const built = new Map<string, Intl.DateTimeFormat>();
function format(shape: Shape, language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${shape} ${language} ${zone}`;
  let made = built.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(TAGS[language], { ...OPTIONS[shape], timeZone: zone });
    built.set(key, made);
  }
  return made;
}

/** `11月23日周一`, `11月23日 週一`, `Mon, 23 November`. */
export function day(at: Instant, language: Language, zone: string): string {
  return format('day', language, zone).format(at);
}
/** `09:00` */
export function time(at: Instant, language: Language, zone: string): string {
  return format('time', language, zone).format(at);
}
export function dateTime(at: Instant, language: Language, zone: string): string {
  return `${day(at, language, zone)} ${time(at, language, zone)}`;
}
/** A last moment: midnight reads as the end of the day before. */
export function deadline(at: Instant, language: Language, zone: string): string {
  if (time(at, language, zone) !== '00:00') return dateTime(at, language, zone);
  const before = day(at - 1, language, zone);
  return language === 'en' ? `the end of ${before}` : `${before} 24:00`;
}
/** `11月23日周一 09:00–11:00` */
export function stretch(from: Instant, to: Instant, language: Language, zone: string): string {
  return `${dateTime(from, language, zone)}–${time(to, language, zone)}`;
}

/** A day with its year, as a name: `2028年11月21日`, `21 November 2028`. */
export function dateName(at: Instant, zone: string): Names {
  return named((language) => format('date', language, zone).format(at));
}
export function date(at: Instant, language: Language, zone: string): string {
  return format('date', language, zone).format(at);
}

function named(make: (language: Language) => string): Names {
  const [hans, hant, en] = LANGUAGES;
  return { [hans]: make(hans), [hant]: make(hant), [en]: make(en) } as Names;
}

export function dayLabel(at: Instant, zone: string): Names {
  return named((language) => day(at, language, zone));
}
/** A slot as it stands on its quick reply: typed back in any language it is read again. */
export function slotLabel(slot: { readonly start: Instant; readonly end: Instant }, zone: string): Names {
  return named((language) => stretch(slot.start, slot.end, language, zone));
}
