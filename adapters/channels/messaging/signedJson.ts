import { HttpError } from '../../http/answer.ts';
import { parseJson } from '../../http/json.ts';

/** JSON in bytes whose signature was checked; refuses with 400 what is none. */
export function signedJson(body: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpError(400, 'BadEncoding', 'The body is not valid UTF-8.');
  }
  return parseJson(text);
}
