/**
 * Takes from the SDK's HTTP client what is not wanted there: redirects (they leave the addresses we checked) and retries
 * (the outbox does them, in order). Throws when the SDK is not built as we know it.
 */
export function tighten(connector: unknown): void {
  const pipeline = field(field(connector, 'client'), 'pipeline');
  const remove = field(pipeline, 'removePolicy');
  if (typeof remove !== 'function') throw new Error('the connector client has no pipeline');
  for (const name of ['redirectPolicy', 'defaultRetryPolicy']) {
    const removed: unknown = remove.call(pipeline, { name });
    if (!Array.isArray(removed) || removed.length === 0) throw new Error(`the connector client has no ${name}`);
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
