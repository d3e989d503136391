import { useTexts } from '../../lib/language.tsx';
import { useAgents } from '../../lib/queries.ts';
import { contextTexts } from './texts.ts';

/** Names whoever stands in a case; asks for the colleagues once they are shown. */
export function useWho(shown: boolean): (by: string) => string {
  const { historyBy } = useTexts(contextTexts);
  const agents = useAgents(shown);
  return (by) => historyBy[by] ?? agents?.find(({ id }) => id === by)?.name ?? by;
}
