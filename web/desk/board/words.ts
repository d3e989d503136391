import { createContext, useContext } from 'react';
import type { BoardView, DeskCatalogue } from '../../../adapters/desk/schemas.ts';
import { clockTime, duration, shortDate } from '../lib/format.ts';
import { type Language, useLanguage, useTexts } from '../lib/language.tsx';
import { texts } from './texts.ts';

/** What every part of the board is shown with. */
export interface Shown {
  readonly board: BoardView;
  readonly catalogue: DeskCatalogue;
  /** By the server's clock, in milliseconds; that of this computer may go wrong. */
  readonly now: number;
}
export const ShownContext = createContext<Shown | null>(null);

export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (shown === null) throw new Error('shown without a board');
  return shown;
}

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The board's words, with names of the manual, of people and of spans of time. */
export function useWords() {
  const t = useTexts(texts);
  const language = useLanguage();
  const { board, catalogue } = useShown();
  return {
    t,
    board,
    catalogue,
    /** An id the manual no longer has stays as it is. */
    named: (names: Names, id: string): string => names[id]?.[language] ?? id,
    agent: (id: string): string => board.agents.find((each) => each.id === id)?.name ?? id,
    span: (seconds: number): string => duration(seconds, language),
    time: (at: string): string => shortDate(at, language),
    clock: (at: string): string => clockTime(at, language),
  };
}
