import { z } from 'zod';
import type { Log } from '../../http/log.ts';
import type { Client } from '../tencent/client.ts';
import type { Address } from './address.ts';

/** Not worked on by anybody yet. */
const NEW = 0;
const BOT = 1;
/** Waiting for somebody in the WeCom app, or with one of them. */
const PEOPLES = new Set([2, 3]);

const stateSchema = z.object({ service_state: z.number().int() });

export interface Sessions {
  /**
   * Whether the bot may speak: nobody in the WeCom app has the customer. A new session is made the bot's, so that the
   * platform's own rules give it to nobody: our desk is where people are.
   */
  isOurs(address: Address): Promise<boolean>;
}

export function createSessions(client: Client, log: Log, account: string): Sessions {
  const warn = (code: number | string, what: string) => log.warn({ channel: 'wecom-kf', account, code }, what);
  return {
    async isOurs({ openKfId, externalUserId }) {
      const whose = { open_kfid: openKfId, external_userid: externalUserId };
      const asked = await client.post('kf/service_state/get', whose);
      if (asked.kind !== 'ok') {
        // who has the customer is not known: better heard twice than not at all, and people's sessions refuse our words
        warn(asked.code, 'the state of a session could not be read');
        return true;
      }
      const state = stateSchema.safeParse(asked.body).data?.service_state;
      if (state !== undefined && PEOPLES.has(state)) return false;
      if (state !== NEW) return true;
      const moved = await client.post('kf/service_state/trans', { ...whose, service_state: BOT });
      if (moved.kind !== 'ok') warn(moved.code, 'a session could not be made the bot’s');
      return true;
    },
  };
}
