/** What came of a request, as far as the page acts on it. */
export type Answer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  /** The token or the conversation is no longer good: 401, 403, 404. */
  | { readonly kind: 'refused' }
  /** Worth a repeat: no network, 408, 429, 5xx. `reached` says whether a server answered at all. */
  | { readonly kind: 'later'; readonly reached: boolean; readonly afterMs: number | undefined }
  /** The server will never take this: any other 4xx. */
  | { readonly kind: 'rejected'; readonly status: number };

const patienceMs = 20_000;

/** Sends a request relative to the page. Never throws. */
export async function request(path: string, init: RequestInit, timeoutMs = patienceMs): Promise<Answer> {
  try {
    const response = await fetch(new URL(path, document.baseURI), {
      ...init,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return { kind: 'ok', status: response.status, body: await response.json() };
    return refusal(response);
  } catch {
    return { kind: 'later', reached: false, afterMs: undefined };
  }
}

export function json(method: 'GET' | 'POST', token: string | undefined, body?: unknown): RequestInit {
  return {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

function refusal({ status, headers }: Response): Answer {
  if (status === 401 || status === 403 || status === 404) return { kind: 'refused' };
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return {
      kind: 'later',
      reached: true,
      afterMs: Number.isFinite(seconds) ? Math.min(seconds, 60) * 1000 : undefined,
    };
  }
  return { kind: 'rejected', status };
}
