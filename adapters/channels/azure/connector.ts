/** A channel service that does not answer by then is asked again later; the client itself would wait for ever. */
const LIMIT_MS = 8000;

/**
 * Takes from the SDK's HTTP client what is not wanted there: redirects (they leave the addresses we checked), retries
 * (the outbox does them, in order) and endless waiting. Throws when the SDK is not built as we know it.
 */
export function tighten(connector: unknown): void {
  const pipeline = field(field(connector, 'client'), 'pipeline');
  const remove = field(pipeline, 'removePolicy');
  if (typeof remove !== 'function') throw new Error('the connector client has no pipeline');
  for (const name of ['redirectPolicy', 'defaultRetryPolicy']) {
    const removed: unknown = remove.call(pipeline, { name });
    if (!Array.isArray(removed) || removed.length === 0) throw new Error(`the connector client has no ${name}`);
  }
  const add = field(pipeline, 'addPolicy');
  if (typeof add !== 'function') throw new Error('the connector client takes no policy');
  add.call(pipeline, { name: 'limit', sendRequest: limited });
}

function limited(request: { timeout?: number }, next: (request: object) => unknown): unknown {
  request.timeout = LIMIT_MS;
  return next(request);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
