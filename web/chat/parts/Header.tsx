import type { Language } from '../activity.ts';
import { isLanguage, languages } from '../activity.ts';
import type { Texts } from '../texts.ts';
import { languageNames } from '../texts.ts';
import { Mark, Person } from './icons.tsx';

interface Props {
  readonly language: Language;
  readonly words: Texts;
  readonly onLanguage: (language: Language) => void;
  readonly onPerson: () => void;
}

/** Who is spoken to, the way to a person, and the language. */
export function Header({ language, words, onLanguage, onPerson }: Props) {
  return (
    <header class="header">
      <h1 class="brand">
        <Mark />
        {words.operator}
      </h1>
      <select
        class="language"
        aria-label={words.languageLabel}
        value={language}
        onChange={({ currentTarget: { value } }) => isLanguage(value) && onLanguage(value)}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
      <button type="button" class="person" onClick={onPerson}>
        <Person />
        {words.person}
      </button>
    </header>
  );
}
