import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import type { Language } from '../../lib/language.tsx';

/** An account as the form holds it. */
export interface Draft {
  readonly login: string;
  readonly name: string;
  readonly role: StaffView['role'];
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  /** NaN while the field is empty. */
  readonly limit: number;
}
export type DraftFault = 'loginFaulty' | 'loginTaken' | 'nameMissing' | 'nameLong' | 'languageMissing' | 'limitFaulty';
export type DraftFaults = Partial<Record<'login' | 'name' | 'languages' | 'limit', DraftFault>>;

/** What a new agent begins with; the limit is the manual's usual one. */
export const BLANK: Draft = { login: '', name: '', role: 'agent', skills: [], languages: ['zh-Hans'], limit: 4 };

export function draftOf({ login, name, role, skills, languages, limit }: StaffView): Draft {
  return { login, name, role, skills, languages, limit };
}

/** Faults in the order of the fields, so that the first one gets the focus. */
export function draftFaults(draft: Draft): DraftFaults {
  const name = draft.name.trim();
  const limitFits = Number.isInteger(draft.limit) && draft.limit >= 1 && draft.limit <= 50;
  return {
    ...(/^[\w.@-]{2,60}$/.test(draft.login) ? {} : { login: 'loginFaulty' as const }),
    ...(name === '' ? { name: 'nameMissing' as const } : name.length > 60 ? { name: 'nameLong' as const } : {}),
    ...(draft.languages.length === 0 ? { languages: 'languageMissing' as const } : {}),
    ...(limitFits ? {} : { limit: 'limitFaulty' as const }),
  };
}
