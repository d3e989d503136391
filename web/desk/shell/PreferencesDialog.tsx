import { useContext } from 'react';
import { LANGUAGES, LanguageContext, useTexts } from '../lib/language.tsx';
import { usePreferences } from '../lib/usePreferences.ts';
import { Switch } from '../parts/Check.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Select } from '../parts/Select.tsx';
import { languageNames, shellTexts } from '../texts.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
const DENSITIES = ['compact', 'comfortable'] as const;

/** How the console looks and behaves for this agent in this browser. */
export function PreferencesDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useTexts(shellTexts);
  const { language, choose } = useContext(LanguageContext);
  const { preferences, change } = usePreferences();
  return (
    <Dialog title={words.settings} open={open} onClose={onClose}>
      <Select
        label={words.language}
        options={LANGUAGES.map((id) => ({ id, name: languageNames[id] }))}
        value={language}
        onChange={choose}
      />
      <div className="field-row">
        <Select
          label={words.theme}
          options={THEMES.map((id) => ({ id, name: words.themes[id] }))}
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
        />
        <Select
          label={words.density}
          options={DENSITIES.map((id) => ({ id, name: words.densities[id] }))}
          value={preferences.density}
          onChange={(density) => change({ density })}
        />
      </div>
      <div>
        <Switch
          label={words.enterSends}
          value={preferences.enterSends}
          onChange={(enterSends) => change({ enterSends })}
        />
        <Switch label={words.keys} value={preferences.keys} onChange={(keys) => change({ keys })} />
        <Switch label={words.sound} value={preferences.sound} onChange={(sound) => change({ sound })} />
      </div>
    </Dialog>
  );
}
