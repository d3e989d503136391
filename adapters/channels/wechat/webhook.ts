import type { ConversationId } from '../../../domain/ids.ts';
import type { Answer } from '../../http/answer.ts';
import { readBody } from '../../http/body.ts';
import type { Call } from '../../http/server.ts';
import type { ChannelHost, ChannelMessage, Outgoing } from '../messaging/port.ts';
import { busy, nameOf, SUCCESS, unreadable, unsigned, utf8 } from '../tencent/answers.ts';
import type { Client } from '../tencent/client.ts';
import { fetchMedia } from '../tencent/media.ts';
import { REPLY_MS } from './caps.ts';
import { oncePerPush } from './copies.ts';
import { meaningOf } from './meaning.ts';
import { passiveReply } from './passive.ts';
import { idOf, type Push, readPush, timeOf } from './push.ts';
import type { WechatSettings } from './settings.ts';
import { isHandshake, verifyPush } from './verify.ts';
import type { WaitingRoom } from './waiting.ts';

const BODY_MOST = 64 * 1024;

export interface Webhook {
  greet(call: Call): Promise<Answer>;
  push(call: Call): Promise<Answer>;
}

/** The address that the platform pushes to: verified, taken durably, then answered with the turn's words or `success`. */
export function createWebhook(settings: WechatSettings, host: ChannelHost, client: Client, room: WaitingRoom): Webhook {
  const { account } = settings;
  const once = oncePerPush<Outgoing | null>();

  async function take(push: Push, begun: number): Promise<Outgoing | null> {
    const meaning = meaningOf(push, settings);
    if (meaning === null) return null;
    const source = push.FromUserName;
    const conversation = host.conversation(account, source);
    const image =
      push.MsgType === 'image' ? await fetchMedia(client, host.uploads, conversation, push.MediaId, 'image') : null;
    const message: ChannelMessage = {
      ...meaning,
      ...(image ? { text: '' } : {}),
      ...{ source, id: idOf(push), at: timeOf(push, host.now()) },
      files: image ? [image.file] : [],
    };
    const taken = await wait(conversation, message, begun);
    if (taken.received !== 'accepted' && image) await host.uploads.discard(image.id);
    if (taken.received === 'full') throw busy();
    return taken.answer;
  }

  async function wait(conversation: ConversationId, message: ChannelMessage, begun: number) {
    // opened before the message is taken: its turn may be done before that is told
    const waiting = room.open(conversation, REPLY_MS - (performance.now() - begun));
    try {
      const received = await host.receive(account, message);
      // the first copy waits for the turn, here or elsewhere
      if (received !== 'accepted' || message.kind === 'departure') waiting.end();
      return { received, answer: await waiting.answer };
    } catch (error) {
      waiting.end();
      host.log.warn({ channel: 'wechat', account, error: nameOf(error) }, 'a push could not be stored');
      throw busy();
    }
  }

  return {
    async greet({ query }) {
      const echo = query.get('echostr') ?? '';
      if (!isHandshake(query, settings, host.now()) || echo === '' || echo.length > 1000) throw unsigned();
      return { ...SUCCESS, body: echo };
    },
    async push({ req, query }) {
      const begun = performance.now();
      const body = utf8(await readBody(req, BODY_MOST));
      const verified = verifyPush(query, body, settings, host.now());
      if (verified.kind === 'refused') throw unsigned();
      const push = readPush(verified.xml);
      if (push === null) throw unreadable();
      const answer = await once(`${push.FromUserName}\n${idOf(push)}`, () => take(push, begun));
      if (answer === null) return SUCCESS;
      const xml = passiveReply(push, answer.text, { settings, key: verified.key, now: host.now() });
      return { status: 200, body: xml, headers: { 'content-type': 'application/xml; charset=utf-8' } };
    },
  };
}
