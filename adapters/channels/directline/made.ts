import { createHmac } from 'node:crypto';
import { MADE_FILE } from '../../../bot/activity.ts';
import type { LogEntry } from '../../../bot/conversations.ts';
import { EXPORT_MS } from '../../../domain/customers/exportFile.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { type Answer, HttpError } from '../../http/answer.ts';
import { sameSecret } from '../../http/secrets.ts';
import type { Call } from '../../http/server.ts';
import { disposition } from '../../uploads/names.ts';
import type { DirectLine } from './deps.ts';

type Attachment = NonNullable<LogEntry['activity']['attachments']>[number];

/** Path of files that stand in the log itself. */
export const MADE_PATH = '/v3/directline/conversations/:id/made/:position';

type Made = Attachment & { readonly content: string };

const isMade = (each: Attachment): each is Made => each.contentUrl === MADE_FILE && typeof each.content === 'string';

function signature(secret: string, conversation: string, position: number, until: string): string {
  const key = createHmac('sha256', secret).update('shouwen made files').digest();
  return createHmac('sha256', key).update(`${conversation}\n${position}\n${until}`).digest('base64url');
}

/** A file of the log without its content, under an address that opens it for an hour after it was made. */
export function withAddress(
  each: Attachment,
  conversation: ConversationId,
  { position, activity }: LogEntry,
  base: string,
  secret: string,
): Attachment {
  if (!isMade(each) || activity.from.role !== 'bot') return each;
  const until = String((Date.parse(activity.timestamp ?? '') || 0) + EXPORT_MS);
  const path = MADE_PATH.replace(':id', encodeURIComponent(conversation)).replace(':position', String(position));
  const query = `until=${until}&signature=${signature(secret, conversation, position, until)}`;
  return { contentType: each.contentType, name: each.name ?? '', contentUrl: `${base}${path}?${query}` };
}

/** `GET …/made/{position}`: the address is the key; a wrong one, one too late and nothing there are told apart by nothing. */
export async function serveMade({ conversations, secret, now }: DirectLine, { params, query }: Call): Promise<Answer> {
  const conversation = (params.id ?? '') as ConversationId;
  const position = /^\d{1,9}$/.test(params.position ?? '') ? Number(params.position) : -1;
  const until = query.get('until') ?? '';
  const known = sameSecret(query.get('signature') ?? '', signature(secret, conversation, position, until));
  if (!known || !/^\d{1,15}$/.test(until) || Number(until) < now()) throw noFile();
  const log = await conversations.log(conversation, position, 1);
  const [entry] = log?.entries ?? [];
  const ours = entry?.position === position && entry.activity.from.role === 'bot';
  const file = ours ? entry.activity.attachments?.find(isMade) : undefined;
  if (file === undefined) throw noFile();
  return {
    status: 200,
    body: Buffer.from(file.content),
    headers: {
      'content-type': file.contentType,
      'content-disposition': disposition(file.name ?? 'file'),
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
    },
  };
}

const noFile = () => new HttpError(404, 'NotFound', 'There is no such file.');
