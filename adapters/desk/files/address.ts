import { FILES_PATH, type Uploads } from '../../uploads/store.ts';

/** Where consoles open files of conversations. */
export const DESK_FILES_PATH = '/desk/api/files/';
const ID = /(?:^|\/)([\w-]{22})(?:\?|$)/;

/**
 * Where a console opens a file of ours: signed for a day. Of a channel's own file its https address; empty for any other,
 * such as `javascript:` or `data:`.
 */
export function fileUrl(uploads: Pick<Uploads, 'sign'>, contentUrl: string): string {
  if (contentUrl.startsWith(FILES_PATH)) {
    const signed = uploads.sign(contentUrl);
    return signed === contentUrl ? '' : DESK_FILES_PATH + signed.slice(FILES_PATH.length);
  }
  return contentUrl.startsWith('https://') && URL.canParse(contentUrl) ? contentUrl : '';
}

/** The id in what a console names a file by: the id itself or an address of it; null when it is neither. */
export function fileId(named: string): string | null {
  return ID.exec(named)?.[1] ?? null;
}
