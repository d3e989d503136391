import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { duration } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useNow } from '../../lib/time.ts';
import { contextTexts } from './texts.ts';

type Clock = ConversationView['cases'][number]['clocks'][number];

const TONES = { running: 'calm', paused: 'answered', met: 'answered', warning: 'target', breached: 'limit' } as const;

/** What is left until the limit, or how long it is past. A clock that stands says why. */
export function CaseClock({ clock, name }: { readonly clock: Clock; readonly name: string }) {
  const words = useTexts(contextTexts);
  const language = useLanguage();
  const now = useNow();
  const left = (Date.parse(clock.limit) - now) / 1000;
  const stands = clock.state === 'met' || clock.state === 'paused';
  // between two readings the limit may pass
  const state = !stands && left <= 0 ? 'breached' : clock.state;
  return (
    <li className={`case-clock ${TONES[state]}`}>
      <span className="clock-name">{name}</span>
      <span className="number">
        {stands
          ? words.clockStates[state]
          : left > 0
            ? words.clockLeft(duration(left, language))
            : words.clockOver(duration(-left, language))}
      </span>
    </li>
  );
}
