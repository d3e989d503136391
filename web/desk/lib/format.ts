import type { Language } from '../../../domain/ids.ts';

export const LOCALES: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };
const kept = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const found = kept.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  kept.set(key, found);
  return found;
}

/** `14:05` */
export function clockTime(at: string | number, language: Language): string {
  return formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
}

/** `11月22日 星期日`; with the year where it is another one. */
export function dayName(at: string | number, language: Language, nowMs: number): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date(nowMs).getFullYear() ? {} : { year: 'numeric' as const };
  return formatter(language, { ...year, month: 'long', day: 'numeric', weekday: 'long' }).format(date);
}

/** `11/22 14:05` */
export function shortDate(at: string | number, language: Language): string {
  return formatter(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** A day as one can compare it: two instants with the same key are on the same day here. */
export function dayKey(at: string | number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const UNITS: Readonly<Record<Language, { d: string; h: string; m: string }>> = {
  'zh-Hans': { d: '天', h: '小时', m: '分' },
  'zh-Hant': { d: '天', h: '小時', m: '分' },
  en: { d: 'd', h: 'h', m: 'm' },
};

/** `0:42`, `12:05`, then `2小时10分`, `3天4小时`. Never below zero. */
export function duration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}:${String(whole % MINUTE).padStart(2, '0')}`;
  const { d, h, m } = UNITS[language];
  const gap = language === 'en' ? ' ' : '';
  if (whole < DAY) return `${Math.floor(whole / HOUR)}${h}${gap}${Math.floor((whole % HOUR) / MINUTE)}${m}`;
  return `${Math.floor(whole / DAY)}${d}${gap}${Math.floor((whole % DAY) / HOUR)}${h}`;
}
