import type { DeskSettingsView } from '../../../../adapters/desk/schemas.ts';
import { LANGUAGES, type Language } from '../../lib/language.tsx';
import { DAY_KINDS, type Hours, type SpanFaults, spanFaults } from './hours.ts';

export const OPENINGS = ['byHours', 'openNow', 'closedNow'] as const;
export const NOTICE_LIMIT = 300;

/** Settings as the form holds them. `hours` are kept while the manual's are chosen, so that nothing written is lost. */
export interface Draft {
  readonly opening: (typeof OPENINGS)[number];
  readonly ownHours: boolean;
  readonly hours: Hours;
  readonly notice: Readonly<Record<Language, string>>;
}
/** What one's own hours begin with. */
const USUAL: Hours = { workingDays: [['08:00', '22:00']], otherDays: [['09:00', '18:00']] };

export function draftOf({ open, hours, notice }: DeskSettingsView): Draft {
  return {
    opening: open === null ? 'byHours' : open ? 'openNow' : 'closedNow',
    ownHours: hours !== null,
    hours: hours ?? USUAL,
    notice: notice ?? { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  };
}

export function settingsOf({ opening, ownHours, hours, notice }: Draft): DeskSettingsView {
  const said = LANGUAGES.some((language) => notice[language].trim() !== '');
  return {
    open: opening === 'byHours' ? null : opening === 'openNow',
    hours: ownHours ? { workingDays: inOrder(hours.workingDays), otherDays: inOrder(hours.otherDays) } : null,
    notice: said
      ? { 'zh-Hans': notice['zh-Hans'].trim(), 'zh-Hant': notice['zh-Hant'].trim(), en: notice.en.trim() }
      : null,
  };
}

const inOrder = (spans: Hours['workingDays']): Hours['workingDays'] => spans.toSorted(([a], [b]) => (a < b ? -1 : 1));

export type NoticeFault = 'noticeMissing' | 'noticeLong';
export interface Faults {
  readonly hours: Readonly<Record<keyof Hours, readonly SpanFaults[]>>;
  readonly notice: Partial<Record<Language, NoticeFault>>;
}

export function faultsOf({ ownHours, hours, notice }: Draft): Faults {
  const said = LANGUAGES.some((language) => notice[language].trim() !== '');
  const wrong: Partial<Record<Language, NoticeFault>> = {};
  for (const language of LANGUAGES) {
    const text = notice[language].trim();
    if (said && text === '') wrong[language] = 'noticeMissing';
    if (text.length > NOTICE_LIMIT) wrong[language] = 'noticeLong';
  }
  const of = (kind: keyof Hours) => (ownHours ? spanFaults(hours[kind]) : []);
  return { hours: { workingDays: of('workingDays'), otherDays: of('otherDays') }, notice: wrong };
}

export function countOf({ hours, notice }: Faults): number {
  const spans = DAY_KINDS.flatMap((kind) => hours[kind]).filter((each) => Object.keys(each).length > 0);
  return spans.length + Object.keys(notice).length;
}
