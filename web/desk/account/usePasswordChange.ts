import { useState } from 'react';
import type { StaffView } from '../../../adapters/desk/schemas.ts';
import { useRefusal } from '../admin/shared/refusal.ts';
import { ApiError } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { changePassword } from './calls.ts';
import { texts } from './texts.ts';

export const SHORTEST = 10;
export interface PasswordFaults {
  readonly current?: string;
  readonly next?: string;
}
/** The account as it is now, or what stands in the way: of a field, or of the whole. */
export type Outcome =
  | { readonly kind: 'done'; readonly user: StaffView }
  | { readonly kind: 'refused'; readonly faults: PasswordFaults; readonly words: string | null };

/** Changes the password of the caller; faults are words for people. */
export function usePasswordChange(): {
  readonly pending: boolean;
  readonly change: (current: string, next: string) => Promise<Outcome>;
} {
  const t = useTexts(texts);
  const refusal = useRefusal();
  const [pending, setPending] = useState(false);
  const refused = (faults: PasswordFaults, words: string | null = null): Outcome => ({
    kind: 'refused',
    faults,
    words,
  });

  function faultsOf(current: string, next: string): PasswordFaults {
    return {
      ...(current === '' ? { current: t.currentMissing } : {}),
      ...([...next].length < SHORTEST ? { next: t.tooShort } : next === current ? { next: t.same } : {}),
    };
  }

  function afterRefusal(error: unknown): Outcome {
    const code = error instanceof ApiError ? error.code : '';
    if (code === 'WrongPassword') return refused({ current: t.currentWrong });
    if (code === 'WeakPassword') return refused({ next: t.weak });
    if (error instanceof ApiError && error.status === 429) return refused({}, t.tooMany);
    return refused({}, refusal(error));
  }

  async function change(current: string, next: string): Promise<Outcome> {
    const faults = faultsOf(current, next);
    if (Object.keys(faults).length > 0) return refused(faults);
    setPending(true);
    try {
      return { kind: 'done', user: (await changePassword(current, next)).user };
    } catch (error) {
      return afterRefusal(error);
    } finally {
      setPending(false);
    }
  }
  return { pending, change };
}
