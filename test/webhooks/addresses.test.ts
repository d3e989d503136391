import assert from 'node:assert/strict';
import { addressKind, hostOf, mayReach } from '../../adapters/webhooks/addresses.ts';
import { post, type Resolve } from '../../adapters/webhooks/post.ts';
import { readTarget } from '../../adapters/webhooks/target.ts';
import { Receiver } from './receiver.ts';

describe('where webhooks may go', () => {
  const KINDS = {
    never: [
      ...['169.254.169.254', '169.254.0.1', '100.100.100.200', '168.63.129.16', '192.0.0.192', '0.0.0.0'],
      ...['224.0.0.1', '255.255.255.255', 'fe80::1', 'ff02::1', '::', 'fd00:ec2::254', '::ffff:169.254.169.254'],
      ...['64:ff9b::a9fe:a9fe', 'not an address'],
    ],
    private: [
      ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '127.0.0.1', '127.9.9.9', '100.64.0.1'],
      ...['::1', 'fc00::1', 'fd12::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '2002:a00:1::'],
    ],
    public: ['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'],
  } as const;
  for (const [kind, addresses] of Object.entries(KINDS)) {
    for (const address of addresses) {
      it(`${address} is ${kind}`, () => assert.equal(addressKind(address), kind));
    }
  }

  it('private ones only when named literally, as localhost, or listed; the rest as they are', () => {
    for (const [host, address, listed, may] of [
      ['10.0.0.1', '10.0.0.1', [], true],
      ['localhost', '127.0.0.1', [], true],
      ['crm.example.com', '10.0.0.1', [], false],
      ['crm.example.com', '127.0.0.1', [], false],
      ['crm.internal', '10.0.0.1', ['crm.internal'], true],
      ['crm.internal', '169.254.169.254', ['crm.internal'], false],
      ['169.254.169.254', '169.254.169.254', ['169.254.169.254'], false],
      ['crm.example.com', '1.1.1.1', [], true],
    ] as const) {
      assert.equal(mayReach(host, address, listed), may, `${host} ${address}`);
    }
  });

  it('takes http and https without a name or password, in the usual form', () => {
    for (const [given, taken] of [
      ['https://crm.example.com/hook?a=1#part', 'https://crm.example.com/hook?a=1'],
      ['HTTP://10.0.0.1:8080', 'http://10.0.0.1:8080/'],
      ['http://2130706433/x', 'http://127.0.0.1/x'],
      ['http://[::1]:80/', 'http://[::1]/'],
    ] as const) {
      assert.deepEqual(readTarget(given), { url: taken });
    }
    for (const bad of [
      ...['', 'crm.example.com', 'ftp://crm.example.com', 'file:///etc/passwd', 'javascript:alert(1)'],
      ...['https://user:secret@crm.example.com/', 'http://169.254.169.254/latest', 'http://[fe80::1]/'],
      ...['http://0xa9fea9fe/', 'http://[::ffff:a9fe:a9fe]/', 'http://0/'],
    ]) {
      assert.ok('fault' in readTarget(bad), bad);
    }
    assert.equal(hostOf(new URL('http://[::1]:80/')), '::1');
    assert.equal(hostOf(new URL('http://metadata.google.internal./')), 'metadata.google.internal');
  });

  describe('when something is posted', () => {
    let receiver: Receiver;
    beforeEach(async () => {
      receiver = new Receiver();
      await receiver.listen();
    });
    afterEach(() => receiver.close());
    const signal = () => AbortSignal.timeout(2000);
    const body = Buffer.from('{}');

    it('reaches this machine by its address and as localhost', async () => {
      for (const host of ['127.0.0.1', 'localhost']) {
        const posted = await post(`http://${host}:${receiver.port}/`, {}, body, { privateHosts: [], signal: signal() });
        assert.deepEqual(posted, { kind: 'answered', status: 204 });
      }
    });

    it('does not reach it by a name that was turned on it, unless that is listed', async () => {
      const url = `http://crm.example.com:${receiver.port}/`;
      const turned =
        (...addresses: string[]): Resolve =>
        (_name, _options, done) =>
          done(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          );
      const to = (resolve: Resolve, privateHosts: readonly string[] = []) =>
        post(url, {}, body, { privateHosts, signal: signal(), resolve });
      const refused = { kind: 'failed', why: 'refused address' };
      assert.deepEqual(await to(turned('127.0.0.1')), refused);
      assert.deepEqual(await to(turned('1.1.1.1', '127.0.0.1')), refused);
      assert.deepEqual(await to(turned('::ffff:127.0.0.1')), refused);
      assert.deepEqual(await to(turned('169.254.169.254'), ['crm.example.com']), refused);
      assert.equal(receiver.got.length, 0);
      assert.deepEqual(await to(turned('127.0.0.1'), ['crm.example.com']), { kind: 'answered', status: 204 });
    });

    it('does not reach what may never be reached', async () => {
      for (const host of ['169.254.169.254', '[fe80::1]']) {
        const options = { privateHosts: ['169.254.169.254', 'fe80::1'], signal: signal() };
        assert.deepEqual(await post(`http://${host}/`, {}, body, options), { kind: 'failed', why: 'refused address' });
      }
    });
  });
});
