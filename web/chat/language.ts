import type { Language } from './activity.ts';
import { isLanguage } from './activity.ts';
import { write } from './storage.ts';
import { texts } from './texts.ts';

/** boot.js has chosen before the first paint. */
export function chosenLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'zh-Hans';
}

/** From now on, on later visits too. */
export function chooseLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.title = texts[language].title;
  write('shouwen.language', language);
}
