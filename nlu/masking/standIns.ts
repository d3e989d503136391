import type { Language } from '../../domain/ids.ts';
import type { Placeholder } from './mask.ts';

type StandIns = Readonly<Record<Placeholder, string>>;

const COMMON = {
  '[account]': 'AD12345678',
  '[case]': 'TS20260101-7KQ4M-X',
  '[email]': 'name@example.com',
  '[link]': 'https://example.com',
  '[number]': '12345',
} as const;

const CHINESE: StandIns = {
  ...COMMON,
  '[phone]': '13800138000',
  '[money]': '30元',
  '[name]': '王芳',
  '[address]': '科苑南路1号',
};

const STAND_INS: Readonly<Record<Language, StandIns>> = {
  'zh-Hans': CHINESE,
  'zh-Hant': { ...CHINESE, '[phone]': '0912345678', '[address]': '信義路1號' },
  en: { ...CHINESE, '[money]': '30 yuan', '[name]': 'Wang Fang', '[address]': '1 Keyuan South Road' },
};

/** A masked text as somebody could have written it: the learner reads the kind of a number, not a word in brackets. */
export function withStandIns(masked: string, language: Language): string {
  return masked.replace(/\[[a-z]+\]/g, (found) => {
    const known = Object.entries(STAND_INS[language]).find(([placeholder]) => placeholder === found);
    return known?.[1] ?? found;
  });
}
