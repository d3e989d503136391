import { FILES_PATH } from '../../uploads/store.ts';

/** Where consoles open files of conversations. */
export const DESK_FILES_PATH = '/desk/api/files/';
const OURS = /^[\w-]{22}$/;
const ID = /(?:^|\/)([\w-]{22})(?:\?|$)/;

/**
 * Where a console opens a file of ours: it takes a session, and the address alone opens nothing anywhere. Of a channel's
 * own file its https address; empty for any other, such as `javascript:` or `data:`.
 */
export function fileUrl(contentUrl: string): string {
  if (contentUrl.startsWith(FILES_PATH)) {
    const file = contentUrl.slice(FILES_PATH.length);
    return OURS.test(file) ? DESK_FILES_PATH + file : '';
  }
  return contentUrl.startsWith('https://') && URL.canParse(contentUrl) ? contentUrl : '';
}

/** The id in what a console names a file by: the id itself or an address of it; null when it is neither. */
export function fileId(named: string): string | null {
  return ID.exec(named)?.[1] ?? null;
}
