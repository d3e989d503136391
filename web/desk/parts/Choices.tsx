import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { firstLanguage, keepLanguage, type Language, LanguageContext } from '../lib/language.tsx';
import type { Preferences } from '../lib/preferences.ts';
import { keepPreferences, PreferencesContext, storedPreferences } from '../lib/usePreferences.ts';

const LOCALES: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' };

/** The agent's language and likings, kept in the browser, for everything inside. */
export function Choices({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [preferences, setPreferences] = useState(storedPreferences);
  const choose = useCallback((chosen: Language) => {
    keepLanguage(chosen);
    setLanguage(chosen);
  }, []);
  const change = useCallback((what: Partial<Preferences>) => {
    setPreferences((before) => {
      const after = { ...before, ...what };
      keepPreferences(after);
      return after;
    });
  }, []);
  const spoken = useMemo(() => ({ language, choose }), [language, choose]);
  const liked = useMemo(() => ({ preferences, change }), [preferences, change]);
  return (
    <LanguageContext value={spoken}>
      <PreferencesContext value={liked}>
        <I18nProvider locale={LOCALES[language]}>{children}</I18nProvider>
      </PreferencesContext>
    </LanguageContext>
  );
}
