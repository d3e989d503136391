/** How long a platform may take for a call. */
const CALL_MS = 8000;
/** Of an answer in JSON. */
const MOST_CHARACTERS = 64 * 1024;

export type Answered =
  /** The platform's own word; null for a body that is no JSON. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** No word of the platform. `maybe`: it may have been done all the same. */
  | { readonly kind: 'failed'; readonly code: string; readonly maybe: boolean };

/** Nothing was sent before these. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Posts JSON or a form and reads the answer in JSON; never throws. */
export async function postForJson(
  url: string,
  body: object | FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const json = !(body instanceof FormData);
  return askForJson(url, {
    method: 'POST',
    body: json ? JSON.stringify(body) : body,
    headers: json ? { ...headers, 'content-type': 'application/json' } : { ...headers },
  });
}

/** Any call with an answer in JSON; never throws. Follows no redirect: a token would go with it. */
export async function askForJson(url: string, init: RequestInit = {}, mostMs = CALL_MS): Promise<Answered> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(mostMs) });
    const text = await answer.text();
    return { kind: 'answered', status: answer.status, body: text.length > MOST_CHARACTERS ? null : parsed(text) };
  } catch (error) {
    const code = codeOf(error);
    return { kind: 'failed', code, maybe: !NOT_REACHED.has(code) };
  }
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
