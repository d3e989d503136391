import { z } from 'zod';
import type { ChannelStore } from '../messaging/store.ts';

/** Whether a customer asked not to be written to, and the words that said so last. */
export interface Standing {
  readonly stopped: boolean;
  /** Ids of opt-out words that were obeyed, the newest first. */
  readonly obeyed: readonly string[];
}

/** A gateway repeats what was not answered in time, after newer words. */
const OBEYED_MOST = 10;
const standingSchema = z.object({ stopped: z.boolean(), obeyed: z.array(z.string()) });
/** As it was kept before ids stood beside it. */
const FORMER = 'stopped';

export function createStanding(store: Pick<ChannelStore, 'cursor' | 'saveCursor'>) {
  return {
    async of(name: string): Promise<Standing> {
      const kept = (await store.cursor(name)) ?? '';
      if (!kept.startsWith('{')) return { stopped: kept === FORMER, obeyed: [] };
      return standingSchema.parse(JSON.parse(kept));
    },
    async save(name: string, { stopped, obeyed }: Standing): Promise<void> {
      await store.saveCursor(name, JSON.stringify({ stopped, obeyed: obeyed.slice(0, OBEYED_MOST) }));
    },
  };
}
