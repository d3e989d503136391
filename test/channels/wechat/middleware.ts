import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import wechat from 'wechat';
import { ACCOUNT, type Wire } from '../../simulators/wechat.ts';

/** An account that is served by the middleware `wechat`. */
export interface Middleware {
  readonly base: string;
  /** What it understood, in order. */
  readonly heard: Readonly<Record<string, string>>[];
  /** The status of its answer to a push. */
  take(wire: Wire): Promise<{ readonly status: number; readonly text: string }>;
  close(): Promise<void>;
}

export async function openMiddleware(): Promise<Middleware> {
  const heard: Readonly<Record<string, string>>[] = [];
  const config = { token: ACCOUNT.token, appid: ACCOUNT.appId, encodingAESKey: ACCOUNT.encodingAESKey };
  const middleware = wechat(config, (req, res) => {
    heard.push(req.weixin);
    res.reply(`回：${req.weixin.Content}`);
  });
  const server = createServer((req, res) => {
    const query = Object.fromEntries(new URL(req.url ?? '', 'http://x').searchParams);
    middleware(Object.assign(req, { query }), res, () => res.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?`;
  return {
    ...{ base, heard },
    async take({ query, body }) {
      const answer = await fetch(base + new URLSearchParams(query), { method: 'POST', body });
      return { status: answer.status, text: await answer.text() };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
