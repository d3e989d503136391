import type { Answer } from '../../http/answer.ts';
import { HttpError } from '../../http/answer.ts';
import type { Call } from '../../http/server.ts';
import { disposition } from '../../uploads/names.ts';
import { callerOf } from './callers.ts';
import type { DirectLine } from './deps.ts';

/**
 * `GET /v3/directline/attachments/{id}`: a file, for a signed address or for who may read its conversation. A file that is
 * not theirs and one that is not there are told apart by nothing.
 */
export async function serveFile(line: DirectLine, call: Call): Promise<Answer> {
  const id = call.params.file ?? '';
  const signed = line.uploads.signed(id, call.query);
  const caller = signed ? null : await callerOf(call.req, line.tokens, line.secret);
  const found = await line.uploads.read(id);
  const theirs =
    caller === null || caller.kind === 'operator' || caller.visitor.conversation === found?.upload.conversation;
  if (found === null || !theirs) throw new HttpError(404, 'NotFound', 'There is no such file.');
  return {
    status: 200,
    body: found.content,
    headers: {
      'content-type': found.upload.contentType,
      'content-disposition': disposition(found.upload.name),
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=86400',
    },
  };
}
