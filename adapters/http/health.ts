import type { Registry } from 'prom-client';
import type { HttpServer } from './server.ts';

/** Resolves when what it stands for answers; a rejection makes the instance not ready. */
export type Check = () => Promise<void>;

const CHECK_LIMIT_MS = 2000;

async function holds(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_LIMIT_MS);
  });
  const answered = check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `GET /healthz` (the process lives), `GET /readyz` (every check holds within 2 s, else 503 naming those that do not),
 * `GET /metrics` (Prometheus text).
 */
export function registerHealth(
  server: HttpServer,
  deps: { readonly checks: Readonly<Record<string, Check>>; readonly registry: Registry },
): void {
  server.route('GET', '/healthz', async () => ({ status: 200, body: { status: 'alive' } }));
  server.route('GET', '/readyz', async () => {
    const names = Object.keys(deps.checks);
    const results = await Promise.all(Object.values(deps.checks).map(holds));
    const failing = names.filter((_, index) => results[index] !== true);
    return failing.length === 0
      ? { status: 200, body: { status: 'ready' } }
      : { status: 503, body: { error: { code: 'NotReady', message: `Not ready: ${failing.join(', ')}.` } } };
  });
  server.route('GET', '/metrics', async () => ({
    status: 200,
    body: await deps.registry.metrics(),
    headers: { 'content-type': deps.registry.contentType },
  }));
}
