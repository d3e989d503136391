import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  json(): unknown;
  form(): Promise<FormData>;
}
export type StubAnswer =
  | { readonly status?: number; readonly json: unknown }
  | { readonly file: Buffer; readonly type: string }
  /** The connection is cut, or never answered. */
  | 'cut'
  | 'silence';

export interface Stub {
  readonly url: string;
  close(): Promise<void>;
}

/** A platform's API in this process. What `answer` throws, such as the fault of a strict schema, becomes `refuse`'s answer. */
export async function openStub(
  answer: (call: StubCall) => StubAnswer | Promise<StubAnswer>,
  refuse: (error: unknown) => StubAnswer,
): Promise<Stub> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const type = req.headers['content-type'] ?? '';
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://x');
    const call: StubCall = {
      method: req.method ?? '',
      path: pathname,
      query: searchParams,
      headers: req.headers,
      body,
      json: () => JSON.parse(body.toString()),
      form: () => new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData(),
    };
    let given: StubAnswer;
    try {
      given = await answer(call);
    } catch (error) {
      given = refuse(error);
    }
    if (given === 'silence') return;
    if (given === 'cut') return void res.destroy();
    if ('file' in given) {
      res.setHeader('content-type', given.type);
      res.end(given.file);
      return;
    }
    res.statusCode = given.status ?? 200;
    res.setHeader('content-type', 'application/json; charset=utf-8');
    res.end(JSON.stringify(given.json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
