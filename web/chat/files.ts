/** What may be sent: the server checks the same again. */
export const acceptedTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'];

const maxBytes = 5 * 1024 * 1024;
const maxFiles = 4;

export type FileFault = 'wrongType' | 'tooLarge' | 'tooMany';

/** Files for the next message, and what was wrong with those that could not be taken. */
export interface Picked {
  readonly files: readonly File[];
  readonly fault: FileFault | undefined;
}

/** Those of `added` that fit beside `have`. */
export function admit(have: readonly File[], added: readonly File[]): Picked {
  const typed = added.filter(({ type }) => acceptedTypes.includes(type));
  const small = typed.filter(({ size }) => size <= maxBytes);
  const files = [...have, ...small].slice(0, maxFiles);
  const fault =
    typed.length < added.length
      ? 'wrongType'
      : small.length < typed.length
        ? 'tooLarge'
        : have.length + small.length > maxFiles
          ? 'tooMany'
          : undefined;
  return { files, fault };
}

export function isPicture(contentType: string): boolean {
  return contentType !== 'image/svg+xml' && contentType.startsWith('image/');
}

/** The address of an attachment if it is one of ours or on the web; anything else (javascript:, data:) is undefined. */
export function attachmentAddress(url: string | undefined): URL | undefined {
  if (url === undefined || !URL.canParse(url, document.baseURI)) return undefined;
  const address = new URL(url, document.baseURI);
  return address.protocol === 'https:' || address.protocol === 'http:' ? address : undefined;
}
