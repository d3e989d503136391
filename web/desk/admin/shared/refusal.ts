import { ApiError } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { texts } from './texts.ts';

/** Words for a call that did not succeed; `known` are those of the screen, by code of the refusal. */
export function useRefusal(): (error: unknown, known?: Readonly<Record<string, string>>) => string {
  const { wrong, unreachable } = useTexts(texts);
  return (error, known = {}) => {
    if (!(error instanceof ApiError)) return unreachable;
    return known[error.code] ?? wrong;
  };
}
