import type { AlertView } from '../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../lib/language.tsx';
import { useCatalogue } from '../lib/queries.ts';
import { dutyTexts } from './texts.ts';

/** The words for alerts, with the manual's names of places and services; an id it no longer has stays as it is. */
export function useDutyWords() {
  const t = useTexts(dutyTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const where = ({ area, service }: Pick<AlertView, 'area' | 'service'>): string => {
    const names = [
      area === null ? null : (catalogue?.areas[area]?.[language] ?? area),
      service === null ? null : (catalogue?.services[service]?.[language] ?? service),
    ].filter((each) => each !== null);
    return names.length === 0 ? t.everywhere : names.join(' · ');
  };
  return { t, language, where };
}
