import { createContext, useContext } from 'react';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Words of one screen in every language; a screen keeps its own beside it. */
export type Texts<T> = Readonly<Record<Language, T>>;

const STORED = 'shouwen.desk.language';

/** The agent's own choice, else the browser's languages, else Simplified Chinese. */
export function firstLanguage(): Language {
  const known = (tag: string | null): Language | undefined => {
    if (tag === null) return undefined;
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    return /^en\b/i.test(tag) ? 'en' : undefined;
  };
  return (
    [localStorage.getItem(STORED), ...navigator.languages].map(known).find((one) => one !== undefined) ?? 'zh-Hans'
  );
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
}

export const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'zh-Hans',
  choose: () => {},
});

export function useLanguage(): Language {
  return useContext(LanguageContext).language;
}

/** The words of a screen in the agent's language. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage()];
}
