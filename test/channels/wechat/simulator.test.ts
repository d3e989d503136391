import assert from 'node:assert/strict';
import { ACCOUNT, pushXml, readReply, sealPush } from '../../simulators/wechat.ts';
import { type Middleware, openMiddleware } from './middleware.ts';

/** Who judges the product must itself be accepted: here by the middleware `wechat`. */
describe('wechat: our simulator, judged by the middleware wechat', () => {
  let middleware: Middleware;
  before(async () => {
    middleware = await openMiddleware();
  });
  after(() => middleware.close());

  const xml = (Content: string) =>
    pushXml({ ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1_700_000_000, MsgType: 'text', Content, MsgId: '1' });

  for (const mode of ['plain', 'compatible', 'safe'] as const) {
    it(`is understood in ${mode} mode, and understands the answer`, async () => {
      const { query, body } = sealPush({ ...ACCOUNT, mode }, xml('a ]]> b'), Date.now());
      const { status, text } = await middleware.take({ query, body });
      assert.equal(status, 200);
      assert.equal(middleware.heard.at(-1)?.Content, 'a ]]> b');
      // it does not split what ends a text
      assert.throws(() => readReply(ACCOUNT, text, 'o1', mode !== 'plain'));
      // and its times are milliseconds, which ours must not be
      const plain = sealPush({ ...ACCOUNT, mode }, xml('a'), Date.now());
      const reply = (await middleware.take(plain)).text;
      assert.throws(() => readReply(ACCOUNT, reply, 'o1', mode !== 'plain'), /seconds/);
    });
  }
  it('is refused with a wrong signature', async () => {
    const { query, body } = sealPush({ ...ACCOUNT, token: 'Other' }, xml('x'), Date.now());
    assert.equal((await middleware.take({ query, body })).status, 401);
  });
  it('has its handshake answered', async () => {
    const { query } = sealPush({ ...ACCOUNT, mode: 'plain' }, '', Date.now());
    const answer = await fetch(middleware.base + new URLSearchParams({ ...query, echostr: '4375120948345356249' }));
    assert.deepEqual([answer.status, await answer.text()], [200, '4375120948345356249']);
  });
});
