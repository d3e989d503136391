import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import wechat from 'wechat';
import { ACCOUNT, pushXml, readReply, sealPush } from '../../simulators/wechat.ts';

/** Who judges the product must itself be accepted: here by the middleware `wechat`. */
describe('wechat: our simulator, judged by the middleware wechat', () => {
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
  let base = '';
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?`;
  });
  after(() => server.close());

  const xml = (Content: string) =>
    pushXml({ ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1_700_000_000, MsgType: 'text', Content, MsgId: '1' });

  for (const mode of ['plain', 'compatible', 'safe'] as const) {
    it(`is understood in ${mode} mode, and understands the answer`, async () => {
      const { query, body } = sealPush({ ...ACCOUNT, mode }, xml('a ]]> b'), Date.now());
      const answer = await fetch(base + new URLSearchParams(query), { method: 'POST', body });
      assert.equal(answer.status, 200);
      assert.equal(heard.at(-1)?.Content, 'a ]]> b');
      // its times are milliseconds, which ours must not be, and it does not split what ends a text
      const reply = await answer.text();
      assert.throws(() => readReply(ACCOUNT, reply, 'o1', mode !== 'plain'), /seconds/);
    });
  }
  it('is refused with a wrong signature', async () => {
    const { query, body } = sealPush({ ...ACCOUNT, token: 'Other' }, xml('x'), Date.now());
    const answer = await fetch(base + new URLSearchParams(query), { method: 'POST', body });
    assert.equal(answer.status, 401);
  });
  it('has its handshake answered', async () => {
    const { query } = sealPush({ ...ACCOUNT, mode: 'plain' }, '', Date.now());
    const answer = await fetch(base + new URLSearchParams({ ...query, echostr: '4375120948345356249' }));
    assert.deepEqual([answer.status, await answer.text()], [200, '4375120948345356249']);
  });
});
