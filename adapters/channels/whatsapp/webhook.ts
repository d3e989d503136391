import { type Answer, HttpError } from '../../http/answer.ts';
import { readBody } from '../../http/body.ts';
import type { Call } from '../../http/server.ts';
import type { ChannelHost } from '../messaging/port.ts';
import { sentAt } from '../messaging/sentAt.ts';
import { signedJson } from '../messaging/signedJson.ts';
import { take } from '../messaging/take.ts';
import { fetchMedia, type Graph } from './graph.ts';
import { type Hook, type HookStatus, readHook } from './hook.ts';
import { meaningOf } from './meaning.ts';
import type { WhatsappSettings } from './settings.ts';
import type { LastMessages } from './typing.ts';
import { challengeOf, isSigned } from './verify.ts';

const BODY_MOST = 64 * 1024;
const TAKEN: Answer = { status: 200, body: '', headers: { 'content-type': 'text/plain; charset=utf-8' } };

export interface Webhook {
  greet(call: Call): Promise<Answer>;
  push(call: Call): Promise<Answer>;
}

/** The address the platform posts to: verified over the bytes, taken durably, then answered; the turn comes later. */
export function createWebhook(
  settings: WhatsappSettings,
  host: ChannelHost,
  graph: Graph,
  last: LastMessages,
): Webhook {
  const { account, phoneNumberId, locale } = settings;
  const facts = { channel: 'whatsapp', account };

  async function fetched({ source, message }: Hook['messages'][number]) {
    const meaning = meaningOf(message);
    const { media } = meaning ?? {};
    const file = media && (await fetchMedia(graph, host, host.conversation(account, source), media));
    return { source, message, meaning, file: file ?? null };
  }

  async function takeOne({ source, message, meaning, file }: Awaited<ReturnType<typeof fetched>>) {
    if (meaning === null) return;
    const { media: _, text, ...rest } = meaning;
    const captioned = message.image?.caption ?? message.document?.caption;
    await take(
      host,
      account,
      {
        ...rest,
        ...{ source, id: message.id, at: sentAt(Number(message.timestamp), host.now()) },
        text: file && !captioned ? '' : text,
        files: file ? [file.file] : [],
        ...(locale === undefined ? {} : { locale }),
      },
      file,
    );
    await last
      .note(host.conversation(account, source), message.id)
      .catch((error: unknown) =>
        host.log.warn(
          { ...facts, error: error instanceof Error ? error.name : typeof error },
          'typing will not be shown',
        ),
      );
  }

  async function noteStatus({ id, status, timestamp, errors }: HookStatus) {
    for (const { code } of errors ?? []) host.log.warn({ ...facts, code }, 'a message did not arrive');
    await host.store.receipt(id, status, sentAt(Number(timestamp), host.now()));
  }

  return {
    async greet({ query }) {
      const challenge = challengeOf(query, settings);
      if (challenge === null) throw new HttpError(403, 'NotKnown', 'The verify token is not that of this account.');
      return { ...TAKEN, body: challenge };
    },
    async push({ req }) {
      const body = await readBody(req, BODY_MOST);
      if (!isSigned(req.headers['x-hub-signature-256'], body, settings)) {
        throw new HttpError(401, 'NotSigned', 'The request is not signed with the secret of this account.');
      }
      const hook = readHook(signedJson(body), phoneNumberId);
      if (hook === null) throw new HttpError(400, 'NotAWebhook', 'The body is no webhook of the platform.');
      if (hook.dropped > 0) host.log.warn({ ...facts, dropped: hook.dropped }, 'parts of a webhook were not for us');
      for (const code of hook.errors) host.log.warn({ ...facts, code }, 'the platform reports an error');
      // files at the same time, messages in their order
      for (const each of await Promise.all(hook.messages.map(fetched))) await takeOne(each);
      for (const status of hook.statuses) await noteStatus(status);
      return TAKEN;
    },
  };
}
