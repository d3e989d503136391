import { z } from 'zod';

/** How long the platform may take for a call. */
const CALL_MS = 8000;
/** Of an answer in JSON. */
const MOST_CHARACTERS = 64 * 1024;

export type Called =
  | { readonly kind: 'ok'; readonly body: unknown }
  /** The platform's own word: nothing was done. */
  | { readonly kind: 'refused'; readonly code: number }
  /** No word of the platform. `maybe`: it may have been done all the same. */
  | { readonly kind: 'failed'; readonly code: string; readonly maybe: boolean };

const outcomeSchema = z.looseObject({ errcode: z.number().int().optional() });
/** Nothing was sent before these. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** One call of the platform's API with an answer in JSON, a GET without a body; never throws. */
export async function callApi(url: string, body?: object, mostCharacters = MOST_CHARACTERS): Promise<Called> {
  const json = body !== undefined && !(body instanceof FormData);
  return reached(async () => {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_MS),
      ...(json ? { headers: { 'content-type': 'application/json; charset=utf-8' } } : {}),
    });
    return read(answer.status, await answer.text(), mostCharacters);
  });
}

/** Runs a call; what broke is told as a value. */
export async function reached<T>(call: () => Promise<T>): Promise<T | Extract<Called, { kind: 'failed' }>> {
  try {
    return await call();
  } catch (error) {
    const code = codeOf(error);
    return { kind: 'failed', code, maybe: !NOT_REACHED.has(code) };
  }
}

export function read(status: number, text: string, mostCharacters = MOST_CHARACTERS): Called {
  if (status === 504) return { kind: 'failed', code: 'http-504', maybe: true };
  if (status !== 200) return { kind: 'failed', code: `http-${status}`, maybe: false };
  if (text.length > mostCharacters) return { kind: 'failed', code: 'too-long', maybe: true };
  const body = outcomeSchema.safeParse(parsed(text)).data;
  if (body === undefined) return { kind: 'failed', code: 'not-json', maybe: true };
  return body.errcode ? { kind: 'refused', code: body.errcode } : { kind: 'ok', body };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name;
}
