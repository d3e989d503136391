import { Badge, type Tone } from '../parts/Badge.tsx';
import { type ClockState, clockState } from './clock.ts';
import { useShown, useWords } from './words.ts';

const TONES: Readonly<Record<ClockState, Tone>> = { inTime: 'ok', pastTarget: 'warn', pastLimit: 'danger' };

/** How long somebody has waited, and in words what its colour says. */
export function Clock({ seconds }: { readonly seconds: number }) {
  const { t, span } = useWords();
  const state = clockState(seconds, useShown().catalogue.handoff);
  return (
    <span className="board-clock">
      <span className="number">{span(seconds)}</span> <Badge tone={TONES[state]}>{t[state]}</Badge>
    </span>
  );
}
