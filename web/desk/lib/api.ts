/** A refusal of `/desk/api`: what to do stands in `message`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

let csrfToken: string | null = null;
let onSignedOut: () => void = () => {};

/** Kept in memory only; `GET me` gives it again after a reload. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Called when a session has ended while the console was open. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of `/desk/api`. Throws `ApiError` for a refusal, `TypeError` when the server cannot be reached. */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const files = body instanceof FormData;
  const response = await fetch(`/desk/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      ...(body === undefined || files ? {} : { 'content-type': 'application/json' }),
      ...(method === 'GET' || csrfToken === null ? {} : { 'x-csrf-token': csrfToken }),
    },
    ...(body === undefined ? {} : { body: files ? body : JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  const { code, message } = errorOf(answer);
  if (response.status === 401 && path !== '/login') onSignedOut();
  throw new ApiError(response.status, code, message);
}

function errorOf(answer: unknown): { code: string; message: string } {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  const has = (value: unknown): value is { code: string; message: string } =>
    typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
  return has(error) ? error : { code: 'Unknown', message: '' };
}
