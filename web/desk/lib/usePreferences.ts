import { createContext, useContext } from 'react';
import { DEFAULTS, type Preferences, readPreferences } from './preferences.ts';

const STORED = 'shouwen.desk.preferences';

export function storedPreferences(): Preferences {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    return readPreferences(found);
  } catch {
    return DEFAULTS;
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(preferences));
  } catch {
    // storage is blocked: the choice lasts as long as the page
  }
  const { dataset } = document.documentElement;
  if (preferences.theme === 'auto') delete dataset.theme;
  else dataset.theme = preferences.theme;
  if (preferences.density === 'compact') delete dataset.density;
  else dataset.density = preferences.density;
}

export const PreferencesContext = createContext<{
  readonly preferences: Preferences;
  readonly change: (change: Partial<Preferences>) => void;
}>({ preferences: DEFAULTS, change: () => {} });

export function usePreferences() {
  return useContext(PreferencesContext);
}
