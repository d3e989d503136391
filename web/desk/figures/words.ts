import { createContext, useContext } from 'react';
import type { DeskCatalogue } from '../../../adapters/desk/schemas.ts';
import { contextTexts } from '../console/context/texts.ts';
import { queueTexts } from '../console/queue/texts.ts';
import { duration } from '../lib/format.ts';
import { useLanguage, useTexts } from '../lib/language.tsx';
import { dateOf, shortDay } from './days.ts';
import { texts } from './texts.ts';

export const CatalogueContext = createContext<DeskCatalogue | null>(null);

interface Classed {
  readonly kind: string;
  readonly category: string | null;
  readonly area: string | null;
}
type Names = DeskCatalogue['teams'];

/** The page's words, with the names of the manual and of channels; an id that has no name any more stays as it is. */
export function useWords() {
  const t = useTexts(texts);
  const { bookings } = useTexts(contextTexts);
  const { channel } = useTexts(queueTexts);
  const language = useLanguage();
  const catalogue = useContext(CatalogueContext);
  if (catalogue === null) throw new Error('shown without a catalogue');
  const named = (names: Names, id: string): string => names[id]?.[language] ?? id;
  const kind = (id: string): string => (id === 'appointment' ? bookings : named(catalogue.caseKinds, id));
  /** A kind's category; none where the kind has no categories at all. */
  const category = (of: string, id: string | null): string | null => {
    if (id === null) return of === 'complaint' || of === 'fault' ? t.uncategorised : null;
    return named(of === 'complaint' ? catalogue.complaintCategories : catalogue.faultCategories, id);
  };
  /** `投诉 · 资费与套餐类 · 深圳福田` */
  const problem = ({ kind: of, category: id, area }: Classed): string =>
    [kind(of), category(of, id), area === null ? null : named(catalogue.areas, area)]
      .filter((each) => each !== null)
      .join(' · ');
  return {
    ...{ t, channel, kind, problem },
    clock: (id: string): string => named(catalogue.clocks, id),
    span: (seconds: number | null): string => (seconds === null ? t.nothing : duration(seconds, language)),
    day: (date: string): string => shortDay(date, language),
    date: (at: string, zone?: string): string => dateOf(at, language, zone),
  };
}
