import { useAgents } from '../lib/queries.ts';
import type { Option } from '../parts/Select.tsx';
import { useWords } from './words.ts';

/** For who is not named yet; no id of an account. */
const NOBODY = '-';

/** Who may see to an improvement, and whom a choice means. */
export function useOwners(): {
  readonly options: readonly Option<string>[];
  readonly of: (choice: string) => string | null;
} {
  const { t } = useWords();
  const staff = useAgents(true) ?? [];
  const enabled = staff.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name }));
  return {
    options: [{ id: NOBODY, name: t.nobody }, ...enabled],
    of: (choice) => (choice === NOBODY ? null : choice),
  };
}

/** How an owner stands among the choices. */
export function choiceOf(owner: { readonly id: string } | null): string {
  return owner?.id ?? NOBODY;
}
