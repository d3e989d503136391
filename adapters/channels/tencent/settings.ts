import { z } from 'zod';

/** 43 characters of base64: with the padding they lack, 32 bytes. */
export const aesKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/, '43 letters and digits, as the platform shows it');
/** What signs requests. */
export const callbackToken = z.string().regex(/^\w{3,32}$/, '3 to 32 letters and digits');

/** The address of an API, without a slash at its end. */
export const apiBase = (usual: string) =>
  z
    .url()
    .default(usual)
    .transform((url) => url.replace(/\/+$/, ''));
