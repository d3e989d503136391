import { z } from 'zod';
import type { ConversationId } from '../../../domain/ids.ts';
import { FILES_PATH, type Uploads } from '../../uploads/store.ts';
import type { Outgoing, Sent } from '../messaging/port.ts';
import { outcomeOf } from './codes.ts';
import { addressed, type Content, mediaOf, templateOf, textOf, wordsOf } from './compose.ts';
import type { Called, Graph } from './graph.ts';
import type { Pair } from './pair.ts';
import type { WhatsappSettings } from './settings.ts';

const sentSchema = z.object({ messages: z.array(z.object({ id: z.string().min(1).max(256) })).min(1) });
const uploadedSchema = z.object({ id: z.string().min(1) });
const PAIR_RATE = '131056';

export interface SendingDeps {
  readonly settings: WhatsappSettings;
  readonly graph: Graph;
  readonly uploads: Uploads;
  readonly pair: Pair;
  conversation(to: string): ConversationId;
}

export interface Sending {
  send(to: string, message: Outgoing): Promise<Sent>;
  /** In the account's template; only where it has one. */
  sendPrepared?(to: string, message: Outgoing): Promise<Sent>;
}

export function createSending({ settings, graph, uploads, pair, conversation }: SendingDeps): Sending {
  const { phoneNumberId, template } = settings;

  async function paced(to: string, content: () => Promise<Content | Sent>): Promise<Sent> {
    const afterMs = await pair.wait(conversation(to));
    if (afterMs > 0) return { kind: 'later', code: 'pair-rate', afterMs };
    const made = await content();
    if (!('type' in made)) return made;
    const sent = sentOf(await graph.post(`${phoneNumberId}/messages`, addressed(to, made)));
    if (sent.kind === 'later' && sent.code === PAIR_RATE) await pair.tooMuch(conversation(to));
    return sent;
  }

  async function contentOf(message: Outgoing): Promise<Content | Sent> {
    const { media } = message;
    if (media === undefined) return wordsOf(message, settings);
    const file = await uploads.read(media.url.slice(FILES_PATH.length));
    if (file === null) return textOf(`[${media.name}]`);
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', file.upload.contentType);
    form.set('file', new Blob([new Uint8Array(file.content)], { type: file.upload.contentType }), file.upload.name);
    const uploaded = await graph.post(`${phoneNumberId}/media`, form);
    // an upload that may have happened has told nobody anything
    if (uploaded.kind === 'failed') return { kind: 'later', code: uploaded.code };
    if (uploaded.kind === 'refused') return outcomeOf(uploaded.code, uploaded.status);
    const id = uploadedSchema.safeParse(uploaded.body).data?.id;
    return id === undefined ? { kind: 'later', code: 'no-media-id' } : mediaOf(media, id);
  }

  const prepared = template && {
    sendPrepared: (to: string, { text, media }: Outgoing) =>
      paced(to, async () => templateOf(text || `[${media?.name ?? ''}]`, template)),
  };
  return {
    async send(to, message) {
      const sent = await paced(to, () => contentOf(message));
      // the platform's clock, not ours, says when the window closes
      return sent.kind === 'closed' && prepared ? prepared.sendPrepared(to, message) : sent;
    },
    ...prepared,
  };
}

/** The platform's word on a message as ours. */
function sentOf(called: Called): Sent {
  if (called.kind === 'failed') return { kind: 'later', code: called.code, maybe: called.maybe };
  if (called.kind === 'refused') return outcomeOf(called.code, called.status);
  const platformId = sentSchema.safeParse(called.body).data?.messages[0]?.id;
  return platformId === undefined ? { kind: 'sent' } : { kind: 'sent', platformId };
}
