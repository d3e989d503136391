import { Histogram, type Registry } from 'prom-client';

/** Counts and times answers by method, route pattern (never the path) and status. */
export type Measure = (method: string, route: string, status: number, seconds: number) => void;

export function httpMetrics(registry: Registry): Measure {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the end of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15],
    registers: [registry],
  });
  return (method, route, status, elapsed) => seconds.observe({ method, route, status: String(status) }, elapsed);
}
