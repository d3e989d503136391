import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { FakeActivity } from './fakeDirectLine.ts';

/** Reads a Direct Line upload: the activity, its attachments given addresses under /files/. The bytes go to `files`. */
export async function readUpload(
  request: IncomingMessage,
  files: { readonly type: string; readonly bytes: Buffer }[],
): Promise<FakeActivity> {
  let activity: FakeActivity = { type: 'message' };
  const attachments: { name: string; contentType: string; contentUrl: string }[] = [];
  const parser = busboy({ headers: request.headers, defParamCharset: 'utf8' });
  parser.on('file', (name, stream, { filename, mimeType }) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const bytes = Buffer.concat(parts);
      if (name === 'activity') {
        activity = JSON.parse(bytes.toString());
        return;
      }
      attachments.push({ name: filename ?? '', contentType: mimeType, contentUrl: `/files/${files.length}` });
      files.push({ type: mimeType, bytes });
    });
  });
  await new Promise((resolve, reject) => request.pipe(parser).on('close', resolve).on('error', reject));
  return { ...activity, attachments };
}
