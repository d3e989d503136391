import { Agent, request } from 'node:http';

/** Connections are kept: a customer's browser does so too, and the load generator shall cost little. */
const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
const LIMIT_MS = 10_000;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One JSON request on loopback. Rejects when no whole answer came: then the outcome is unknown. */
export function send(method: string, url: string, token: string | null, body?: unknown): Promise<Answer> {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      {
        method,
        agent,
        timeout: LIMIT_MS,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('error', reject);
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) }));
      },
    );
    req.on('timeout', () => req.destroy(new Error('no answer in time')));
    req.on('error', reject);
    req.end(text ?? undefined);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
