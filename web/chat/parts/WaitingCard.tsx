import { useEffect, useState } from 'preact/hooks';
import type { Attendance, Place } from '../attendance.ts';
import type { Texts } from '../texts.ts';
import { Person } from './icons.tsx';

interface Props {
  readonly attendance: Attendance;
  readonly words: Texts;
  readonly onSay: (text: string) => void;
}

const minuteMs = 60_000;

/** While a person is being found: where the customer stands, and the ways out. A change of place is read out, once. */
export function WaitingCard({ attendance, words, onSay }: Props) {
  const waiting = attendance.with === 'waiting' ? attendance : undefined;
  const minutes = useMinutesSince(waiting?.since);
  return (
    <>
      <p class="hidden" role="status">
        {waiting?.news ? standing(waiting.news, words) : ''}
      </p>
      {waiting && (
        <section class="waiting" aria-label={words.seeking}>
          <span class="seeking" aria-hidden="true">
            <Person />
          </span>
          <div class="standing">
            <h2>{words.seeking}</h2>
            {waiting.place && <p>{standing(waiting.place, words)}</p>}
            {minutes > 0 && <p class="waited">{words.waited(minutes)}</p>}
          </div>
          <div class="ways-out">
            {[words.leave, words.callback].map((way) => (
              <button type="button" class="soft" key={way} onClick={() => onSay(way)}>
                {way}
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

/** Whole minutes, rounded up as the bot rounds them. */
function standing({ position, waitSeconds }: Place, words: Texts): string {
  const wait = typeof waitSeconds === 'number' ? Math.max(1, Math.ceil(waitSeconds / 60)) : waitSeconds;
  return words.place(position - 1, wait);
}

/** Redraws when a minute is full, not each second: the wait is told quietly. */
function useMinutesSince(since: number | undefined): number {
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    if (since === undefined) return;
    tick(Date.now());
    const timer = setInterval(() => tick(Date.now()), minuteMs / 6);
    return () => clearInterval(timer);
  }, [since]);
  return since === undefined ? 0 : Math.max(0, Math.floor((now - since) / minuteMs));
}
