import type { DeskCatalogue } from '../../../../adapters/desk/schemas.ts';
import type { Language } from '../../lib/language.tsx';

export type Names = DeskCatalogue['operator'];

/** What may be chosen, by name in the agent's language. */
export function optionsOf<Id extends string>(
  names: Readonly<Record<string, Names>> | undefined,
  language: Language,
  ids: readonly Id[],
) {
  return ids.map((id) => ({ id, name: names?.[id]?.[language] ?? id }));
}
