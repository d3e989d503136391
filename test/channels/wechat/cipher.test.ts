import assert from 'node:assert/strict';
import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import WXBizMsgCrypt from 'wechat-crypto';
import { open, seal, signature } from '../../../adapters/channels/tencent/cipher.ts';
import { readPush } from '../../../adapters/channels/wechat/push.ts';
import vectors from './vectors.json' with { type: 'json' };

const KEY = vectors.wechatOfficial2024.encodingAESKey;
const APP = 'wxba5fad812f8e6fb9';

/** Cipher text of any bytes: what a careless or hostile sender may make. */
function sealBytes(plain: Buffer): string {
  const key = Buffer.from(`${KEY}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}
function plainOf(
  message: string,
  over: { length?: number; pad?: (pad: number) => Buffer; appId?: string } = {},
): Buffer {
  const words = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(over.length ?? words.length);
  const all = Buffer.concat([randomBytes(16), length, words, Buffer.from(over.appId ?? APP)]);
  const pad = 32 - (all.length % 32);
  return Buffer.concat([all, over.pad?.(pad) ?? Buffer.alloc(pad, pad)]);
}

describe('wechat: the cipher', () => {
  it('opens and signs what the vendor published', () => {
    const { wechatOfficial2024: official, wechatThirdPartyXml: third } = vectors;
    const { getVerify, plainPost, safeModePost } = official;
    for (const { timestamp, nonce, signature: right } of [getVerify, plainPost, safeModePost]) {
      assert.equal(signature(official.token, timestamp, nonce), right);
    }
    const { timestamp, nonce, Encrypt, msg_signature, msg, msgLen } = safeModePost;
    assert.equal(signature(official.token, timestamp, nonce, Encrypt), msg_signature);
    assert.deepEqual(open(Encrypt, [KEY], official.appid), { message: msg, key: KEY });
    assert.equal(Buffer.byteLength(msg), msgLen);
    const reply = official.encryptReply;
    assert.equal(open(reply.Encrypt, [KEY], official.appid)?.message, reply.msg);
    assert.equal(signature(official.token, reply.TimeStamp, reply.Nonce, reply.Encrypt), reply.MsgSignature);
    const { post } = third;
    assert.equal(signature(third.token, post.timestamp, post.nonce, post.Encrypt), post.msg_signature);
    const opened = open(post.Encrypt, [third.encodingAESKey], third.appid);
    assert.equal(Buffer.byteLength(opened?.message ?? ''), post.msgLen);
    assert.equal(
      open(third.encryptReply.Encrypt, [third.encodingAESKey], third.appid)?.message,
      third.encryptReply.msg,
    );
  });

  it('opens a push that was recorded from the real platform', () => {
    const real = vectors.wechatRealPush2019;
    assert.equal(signature(real.token, real.timestamp, real.nonce), real.signature);
    assert.equal(signature(real.token, real.timestamp, real.nonce, real.Encrypt), real.msg_signature);
    const push = readPush(open(real.Encrypt, [real.encodingAESKey], real.appid)?.message ?? '');
    assert.deepEqual([push?.Content, push?.MsgId], [real.Content, real.MsgId]);
  });

  it('understands wechat-crypto, and is understood by it', () => {
    const other = new WXBizMsgCrypt('token', KEY, APP);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        assert.equal(open(other.encrypt(text), [KEY], APP)?.message, text);
        assert.deepEqual({ ...other.decrypt(seal(KEY, text, APP)) }, { message: text, id: APP });
      }),
      { numRuns: 200 },
    );
    assert.equal(signature('token', '1', '2', 'x'), other.getSignature('1', '2', 'x'));
  });

  it('tries the key before the last change, and says which one it was', () => {
    const former = `B${KEY.slice(1)}`;
    assert.deepEqual(open(seal(former, '好', APP), [KEY, former], APP), { message: '好', key: former });
    assert.equal(open(seal(former, '好', APP), [KEY], APP), null);
  });

  it('is sure of its own forgeries', () => assert.equal(open(sealBytes(plainOf('好')), [KEY], APP)?.message, '好'));
  const bad: Record<string, Buffer> = {
    'another receiver': plainOf('好', { appId: 'wxffffffffffffffff' }),
    'a receiver that begins right': plainOf('好', { appId: `${APP}0` }),
    'no receiver': plainOf('好', { appId: '' }),
    'a length beyond the end': plainOf('好', { length: 5000 }),
    'a length of 4 GB': plainOf('好', { length: 0xffffffff }),
    'a length too short': plainOf('好', { length: 1 }),
    'padding of 0': plainOf('好', { pad: (pad) => Buffer.alloc(pad, 0) }),
    'padding above 32': plainOf('好', { pad: (pad) => Buffer.alloc(pad, 33) }),
    'padding of different bytes': plainOf('好', {
      pad: (pad) => Buffer.concat([randomBytes(pad - 1), Buffer.from([pad])]),
    }),
    'a block of padding too many': Buffer.concat([plainOf('好'), Buffer.alloc(32, 32)]),
    'less than a head': Buffer.alloc(16, 16),
    nothing: Buffer.alloc(0),
  };
  for (const [what, plain] of Object.entries(bad)) {
    it(`refuses ${what}`, () => assert.equal(open(sealBytes(plain), [KEY], APP), null));
  }
  it('refuses anything else, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => open(text, [KEY], APP) === null));
  });
});
