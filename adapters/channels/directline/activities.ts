import type { Conversations } from '../../../bot/conversations.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { type Answer, HttpError } from '../../http/answer.ts';
import { readJson } from '../../http/body.ts';
import { publicBase } from '../../http/requests.ts';
import type { Call } from '../../http/server.ts';
import { type Caller, callerOf, mayOpen, notFound } from './callers.ts';
import type { DirectLine } from './deps.ts';
import { activityId, unshownId } from './ids.ts';
import { type Posted, posted, readActivity } from './inbound.ts';
import { busy, stored } from './stored.ts';
import { positionOf, viewOf } from './view.ts';

const ACTIVITY_BODY = 64 * 1024;
/** Activities of one answer; clients ask again until there are none. */
const PAGE = 250;

/** `GET …/activities?watermark=`: never anything but 200 for a slow or absent store, which would end the client's polling. */
export async function list(line: DirectLine, call: Call): Promise<Answer> {
  const caller = await callerOf(call.req, line.tokens, line.secret);
  const conversation = mayOpen(caller, call.params.id ?? '');
  const watermark = call.query.get('watermark') ?? '';
  const log = await readLog(line, conversation, positionOf(watermark));
  if (log === 'no answer') return { status: 200, body: { activities: [], watermark } };
  if (log === null) {
    if (caller.kind === 'operator') throw notFound();
    return { status: 200, body: { activities: [], watermark: '0' } };
  }
  const last = log.entries.at(-1);
  const next = last === undefined ? log.next : last.position + 1;
  const view = viewOf(conversation, publicBase(call.req, line.publicUrl), line);
  return { status: 200, body: { activities: log.entries.map(view), watermark: String(next) } };
}

type Log = Awaited<ReturnType<Conversations['log']>>;

/** A watermark beyond the end belongs to a former life of the conversation: all is sent. */
async function readLog(line: DirectLine, conversation: ConversationId, from: number): Promise<Log | 'no answer'> {
  try {
    const log = await line.conversations.log(conversation, from, PAGE);
    return log !== null && from > log.next ? await line.conversations.log(conversation, 0, PAGE) : log;
  } catch (error) {
    line.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'the log could not be read');
    return 'no answer';
  }
}

/** `POST …/activities`: answered as soon as it is durable; the bot works later. */
export async function post(line: DirectLine, call: Call): Promise<Answer> {
  const caller = await callerOf(call.req, line.tokens, line.secret);
  const conversation = mayOpen(caller, call.params.id ?? '');
  const activity = readActivity(await readJson(call.req, ACTIVITY_BODY));
  if ((activity.attachments ?? []).length > 0) {
    throw new HttpError(400, 'BadArgument', 'attachments: send files to the upload address of the conversation');
  }
  const user = await senderOf(line, caller, conversation, activity.from?.id);
  const message = posted(conversation, user, activity, [], line.now());
  if (activity.type === 'typing') {
    line.typing?.(conversation);
    return { status: 200, body: { id: unshownId(conversation, message.inbound.id) } };
  }
  if (activity.type === 'message' && (activity.text ?? '').trim() === '' && activity.value === undefined) {
    throw new HttpError(400, 'BadArgument', 'text: a message needs some text');
  }
  return (await take(line, conversation, message)).answer;
}

/** The token's user; who holds the secret names one. The secret opens only conversations that exist. */
export async function senderOf(
  line: DirectLine,
  caller: Caller,
  conversation: ConversationId,
  named: string | undefined,
): Promise<string> {
  if (caller.kind === 'visitor') return caller.visitor.user;
  if ((await stored(line, line.conversations.log(conversation, 0, 1))) === null) throw notFound();
  if (named === undefined) throw new HttpError(400, 'BadArgument', 'from.id: needed with the secret');
  return named;
}

/** Stores, echoes to the streams, answers the id. `fresh` is false for a repeat and for what was not taken. */
export async function take(
  line: DirectLine,
  conversation: ConversationId,
  { inbound, shown }: Posted,
): Promise<{ readonly answer: Answer; readonly fresh: boolean }> {
  const accepted = await stored(line, line.intake(conversation, inbound, shown));
  if (accepted.kind === 'full') throw busy('Too many messages are waiting; send it again in a moment.');
  const { position } = accepted;
  if (position === null) return { answer: idAnswer(unshownId(conversation, inbound.id)), fresh: true };
  const fresh = accepted.kind === 'accepted';
  if (fresh && shown !== null) line.hub.publish(conversation, [{ position, activity: shown }]);
  return { answer: idAnswer(activityId(conversation, position)), fresh };
}

function idAnswer(id: string): Answer {
  return { status: 200, body: { id } };
}
