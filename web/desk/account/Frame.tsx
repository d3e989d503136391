import './account.css';
import { type ReactNode, useContext } from 'react';
import { LANGUAGES, LanguageContext, useTexts } from '../lib/language.tsx';
import { Mark } from '../parts/icons.tsx';
import { languageNames, shellTexts } from '../texts.ts';

/** A page before the console: the sign, a card, the languages. */
export function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const words = useTexts(shellTexts);
  const { language, choose } = useContext(LanguageContext);
  return (
    <main className="account-page">
      <div className="account-card">
        <p className="account-brand">
          <Mark />
          {words.title}
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <fieldset className="account-languages">
        <legend className="hidden">{words.language}</legend>
        {LANGUAGES.map((each) => (
          <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => choose(each)}>
            {languageNames[each]}
          </button>
        ))}
      </fieldset>
    </main>
  );
}
