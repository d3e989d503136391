import { useRef, useState } from 'preact/hooks';
import type { Language } from '../activity.ts';
import { isLanguage, languages } from '../activity.ts';
import type { Attendance } from '../attendance.ts';
import type { Texts } from '../texts.ts';
import { languageNames } from '../texts.ts';
import { Avatar } from './Avatar.tsx';
import { EndTalk } from './EndTalk.tsx';
import { Mark, Person } from './icons.tsx';

interface Props {
  readonly attendance: Attendance;
  readonly language: Language;
  readonly words: Texts;
  readonly onLanguage: (language: Language) => void;
  readonly onSay: (text: string) => void;
}

/** Who is spoken to, the way to a person and back, and the language. */
export function Header({ attendance, language, words, onLanguage, onSay }: Props) {
  /** The hand-off whose end is being asked about: the question goes when the hand-off does. */
  const [ending, setEnding] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const agent = attendance.with === 'agent' ? attendance : undefined;
  const asked = agent !== undefined && ending === agent.handoff;
  return (
    <header class="header">
      <h1 class={agent ? 'brand attended' : 'brand'}>
        {agent ? <Agent name={agent.name} words={words} /> : <Mark />}
        {agent ? null : words.operator}
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
      {attendance.with === 'bot' && (
        <button type="button" class="person" onClick={() => onSay(words.personWords)}>
          <Person />
          {words.person}
        </button>
      )}
      {agent && (
        <button
          type="button"
          class="person end"
          ref={button}
          aria-expanded={asked}
          onClick={() => setEnding(asked ? undefined : agent.handoff)}
        >
          {words.endTalk}
        </button>
      )}
      {asked && (
        <EndTalk
          words={words}
          onEnd={() => {
            setEnding(undefined);
            onSay(words.endTalk);
          }}
          onStay={() => {
            setEnding(undefined);
            button.current?.focus();
          }}
        />
      )}
    </header>
  );
}

function Agent({ name, words }: { readonly name: string; readonly words: Texts }) {
  return (
    <>
      <Avatar name={name} />
      <span class="agent-name">
        <span>{name || words.agent}</span>
        {name !== '' && <small>{words.agent}</small>}
      </span>
    </>
  );
}
