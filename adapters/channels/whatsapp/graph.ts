import { z } from 'zod';
import type { ConversationId } from '../../../domain/ids.ts';
import type { Log } from '../../http/log.ts';
import { type Answered, askForJson, postForJson } from '../messaging/call.ts';
import { type Fetched, fetchFile } from '../messaging/fetched.ts';
import type { ChannelHost } from '../messaging/port.ts';
import { isAlarming } from './codes.ts';
import type { WhatsappSettings } from './settings.ts';

export type Called =
  | { readonly kind: 'ok'; readonly body: unknown }
  /** The platform's own code, or null when it gave none: nothing was done. */
  | { readonly kind: 'refused'; readonly code: number | null; readonly status: number }
  | Extract<Answered, { kind: 'failed' }>;

/** The platform wants a name and a version of three parts. */
const USER_AGENT = 'shouwen/0.1.0';
const refusalSchema = z.object({ error: z.object({ code: z.number().int() }) });
const fileSchema = z.object({ url: z.url().max(4000) });

/** The account's calls of the Graph API. */
export interface Graph {
  post(path: string, body: object | FormData): Promise<Called>;
  get(path: string): Promise<Called>;
  /** What opens a file's address; null for one that must not see the token. */
  authorised(url: string): Readonly<Record<string, string>> | null;
}

export function createGraph(settings: WhatsappSettings, log: Log): Graph {
  const { apiBase, version, accessToken, account } = settings;
  const headers = { authorization: `Bearer ${accessToken}`, 'user-agent': USER_AGENT };
  const address = (path: string) => `${apiBase}/${version}/${path}`;
  const told = (called: Called): Called => {
    if (called.kind === 'refused' && called.code !== null && isAlarming(called.code)) {
      log.error(
        { channel: 'whatsapp', account, code: called.code },
        'the platform refuses the settings of the account',
      );
    }
    return called;
  };
  return {
    post: async (path, body) => told(calledOf(await postForJson(address(path), body, headers))),
    get: async (path) => told(calledOf(await askForJson(address(path), { headers }))),
    authorised(url) {
      const { protocol, origin } = new URL(url);
      return protocol === 'https:' || origin === new URL(apiBase).origin ? headers : null;
    },
  };
}

function calledOf(answered: Answered): Called {
  if (answered.kind === 'failed') return answered;
  const { status, body } = answered;
  if (status === 200) return { kind: 'ok', body };
  if (status === 504) return { kind: 'failed', code: 'http-504', maybe: true };
  return { kind: 'refused', code: refusalSchema.safeParse(body).data?.error.code ?? null, status };
}

/** A customer's file: the platform gives its address, which lasts five minutes, and then the file. */
export async function fetchMedia(
  graph: Graph,
  { uploads }: Pick<ChannelHost, 'uploads'>,
  conversation: ConversationId,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Fetched | null> {
  const asked = await graph.get(id);
  const url = asked.kind === 'ok' ? fileSchema.safeParse(asked.body).data?.url : undefined;
  const headers = url === undefined ? null : graph.authorised(url);
  return url === undefined || headers === null ? null : fetchFile(uploads, conversation, name, url, headers);
}
