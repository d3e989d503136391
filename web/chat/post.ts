import { take } from './fileShelf.ts';
import type { Answer } from './http.ts';
import { json, request } from './http.ts';
import type { Outgoing, Reason } from './outgoing.ts';
import type { Session } from './session.ts';

export type Posted =
  | { readonly kind: 'accepted' }
  | Extract<Answer, { kind: 'refused' | 'later' }>
  | { readonly kind: 'failed'; readonly reason: Reason };

const uploadPatienceMs = 120_000;

/** Sends one message to a conversation's address; repeating it is harmless. Never throws. */
export async function post(conversation: string, session: Session, outgoing: Outgoing): Promise<Posted> {
  if (outgoing.files.length === 0) {
    return posted(await request(`${conversation}/activities`, json('POST', session.token, activity(outgoing))));
  }
  const files = await take(outgoing.clientActivityID);
  if (files.length !== outgoing.files.length) return { kind: 'failed', reason: 'fileLost' };
  const address = `${conversation}/upload?userId=${encodeURIComponent(session.userId)}`;
  const headers = { authorization: `Bearer ${session.token}` };
  const body = multipart(outgoing, files);
  return posted(await request(address, { method: 'POST', headers, body }, uploadPatienceMs));
}

function activity({ clientActivityID, language, what, files }: Outgoing): unknown {
  const channelData = { clientActivityID };
  if (what.kind === 'language') return { type: 'event', name: 'language', value: language, channelData };
  const attachments = files.map(({ name, type }) => ({ name, contentType: type }));
  return { type: 'message', text: what.text, locale: language, channelData, ...(files.length > 0 && { attachments }) };
}

function multipart(outgoing: Outgoing, files: readonly File[]): FormData {
  const form = new FormData();
  const type = 'application/vnd.microsoft.activity';
  form.append('activity', new Blob([JSON.stringify(activity(outgoing))], { type }), 'blob');
  for (const file of files) form.append('file', file, file.name);
  return form;
}

function posted(answer: Answer): Posted {
  if (answer.kind === 'ok') return { kind: 'accepted' };
  if (answer.kind !== 'rejected') return answer;
  return { kind: 'failed', reason: answer.status === 413 ? 'tooLarge' : 'refused' };
}
