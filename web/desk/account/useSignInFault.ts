import { useRefusal } from '../admin/shared/refusal.ts';
import { ApiError } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { texts } from './texts.ts';

/** Words at a field, or above all of them. */
export type Fault = Partial<Record<'login' | 'password' | 'code' | 'refused', string>>;

/** What a refused sign-in says. It is never told which of account and password was wrong. */
export function useSignInFault(): (error: unknown) => Fault | 'codeNeeded' {
  const t = useTexts(texts);
  const refusal = useRefusal();
  return (error) => {
    if (!(error instanceof ApiError)) return { refused: refusal(error) };
    if (error.code === 'CodeNeeded') return 'codeNeeded';
    if (error.code === 'WrongCode') return { code: t.codeWrong };
    if (error.status === 401) return { password: t.wrong };
    return { refused: error.status === 429 ? t.locked : refusal(error) };
  };
}
