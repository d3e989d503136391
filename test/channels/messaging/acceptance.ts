import assert from 'node:assert/strict';
import type { Channel } from '../../../adapters/channels/messaging/port.ts';
import type { Platform, PlatformCustomer, Push } from '../../simulators/platform.ts';
import { until } from '../directline/line.ts';
import { copiesOf } from './acceptCopies.ts';
import { crashesOf } from './acceptCrashes.ts';
import { dialogsOf } from './acceptDialogs.ts';
import { menusOf } from './acceptMenus.ts';
import { outagesOf } from './acceptOutages.ts';
import { quotaOf } from './acceptQuota.ts';
import { typingOf } from './acceptTyping.ts';
import { echoing } from './echoing.ts';
import { openShop, type Shop, type ShopOptions, shopNow } from './shop.ts';

/** What a channel brings to the suite; what a platform does not have is left out. */
export interface ChannelHarness<P extends Platform = Platform> {
  readonly channel: Channel;
  open(now: () => number): Promise<P>;
  /** To be refused with 401 or 403, by what is wrong. */
  forged?(platform: P, customer: PlatformCustomer): Readonly<Record<string, Push>>;
  /** Genuine, but of another time; refused as well. */
  stale?(platform: P, customer: PlatformCustomer): Push;
  /** A body of so many bytes. */
  huge?(platform: P, bytes: number): Push;
  /** Where the address takes no bodies at all; 413 unless given. */
  readonly hugeStatus?: number;
  /** Genuine, with something in it that nobody can read: refused or ignored, and no turn. */
  unreadable?(platform: P, customer: PlatformCustomer): Readonly<Record<string, Push>>;
  /** Of kinds the bot knows nothing of: taken. */
  odd?(platform: P, customer: PlatformCustomer): Readonly<Record<string, Push>>;
  readonly tokens?: {
    expire(platform: P): void;
    /** Tokens that were asked for so far. */
    asked(platform: P): number;
  };
  /** The next `times` messages, and no others, meet a platform that is away or throttles. */
  mishap?(platform: P, kind: Trouble, times: number): void;
  /** What the log says of these: the platform's own codes. */
  readonly codes?: Readonly<Record<Trouble, readonly string[]>>;
  /** What was sent when the process ended is sent again, since the platform, or its parts, tell a repeat. */
  readonly knowsRepeats?: boolean;
  /** How often the platform was told that somebody is writing. */
  typed?(platform: P): number;
  /** Sends that the platform refused because its quota was used up, or the window closed. */
  overQuota?(platform: P): number;
}

export type Trouble = 'away' | 'throttled';

/** What every messaging channel must do, on the real parts of the product. */
export function channelAcceptance<P extends Platform>(name: string, harness: ChannelHarness<P>): void {
  describe(`${name}: acceptance`, () => {
    let platform: P;
    let shop: Shop;
    const open = async (options: Partial<ShopOptions> = {}) => {
      platform = await harness.open(shopNow);
      shop = await openShop({ channel: harness.channel, account: platform.account, ...options });
      return { platform, shop, base: shop.instances[0]?.base ?? '' };
    };
    afterEach(async () => {
      await shop.close();
      await platform.close();
      assert.deepEqual(shop.faults, [], shop.logged.join('\n'));
    });

    const { forged, stale, huge, unreadable, odd, tokens } = harness;
    const refusal = (code: string) =>
      new RegExp(`webhook was refused .*"channel":"${harness.channel.name}".*"code":"${code}"`);
    if (forged) {
      it('refuses what is not signed as it must be, without a turn', async () => {
        const { base } = await open({ respond: echoing });
        const customer = platform.customer();
        for (const [what, push] of Object.entries(forged(platform, customer))) {
          const status = await push(base);
          assert.ok(status === 401 || status === 403, `${what}: ${status}`);
        }
        await customer.says('好')(base);
        await until('the genuine one is answered', () => customer.shown.length === 1);
        assert.equal(shop.worked.length, 1);
        assert.match(shop.logged.join('\n'), refusal('Not(?:Signed|Known)'));
      });
    }
    if (stale) {
      it('refuses what was signed long ago, without a turn', async () => {
        const { base } = await open({ respond: echoing });
        const status = await stale(platform, platform.customer())(base);
        assert.ok(status === 401 || status === 403, String(status));
        assert.deepEqual(shop.worked, []);
        assert.match(shop.logged.join('\n'), refusal('NotSigned'));
      });
    }
    for (const bytes of huge ? [65_537, 1_048_576] : []) {
      it(`refuses ${bytes} bytes with ${harness.hugeStatus ?? 413}`, async () => {
        const { base } = await open({ respond: echoing });
        assert.equal(await huge?.(platform, bytes)(base), harness.hugeStatus ?? 413);
        assert.deepEqual(shop.worked, []);
      });
    }
    if (unreadable) {
      it('survives what nobody can read, without a turn', async () => {
        const { base } = await open({ respond: echoing });
        const customer = platform.customer();
        for (const [what, push] of Object.entries(unreadable(platform, customer))) {
          const status = await push(base);
          assert.ok(status < 500, `${what}: ${status}`);
          assert.deepEqual(shop.worked, [], what);
        }
        await customer.says('好')(base);
        await until('a good one is answered all the same', () => customer.shown.length === 1);
        assert.equal(shop.worked.length, 1, 'and nothing else was');
        assert.ok(!shop.logged.some((line) => line.startsWith('a handler failed')), shop.logged.join('\n'));
      });
    }
    if (odd) {
      it('takes kinds it knows nothing of, and is polite or silent', async () => {
        const { base } = await open();
        const customer = platform.customer();
        for (const [what, push] of Object.entries(odd(platform, customer))) {
          const status = await push(base);
          assert.ok(status < 300, `${what}: ${status}`);
        }
        const before = customer.shown.length;
        await customer.says('转人工')(base);
        await until('the next message is answered', () => customer.shown.length > before);
        assert.ok(customer.shown.every(({ text }) => !/undefined|null|NaN|\[object/.test(text)));
      });
    }

    it('answers 503 while the stores are away, and takes the same message afterwards', async () => {
      const { base } = await open({ respond: echoing });
      const customer = platform.customer();
      const push = customer.says('喂');
      shop.storesAway = true;
      assert.equal(await push(base), 503);
      shop.storesAway = false;
      assert.equal(await push(base), 200);
      await until('answered', () => customer.shown.length === 1);
      assert.deepEqual(
        customer.shown.map(({ text }) => text),
        ['回声：喂'],
      );
    });

    if (tokens) {
      it('asks for a token once when it ends under 200 messages on two instances', async () => {
        const { shop } = await open({ instances: 2, respond: echoing });
        const customers = Array.from({ length: 200 }, () => platform.customer());
        const menu = (customer: PlatformCustomer, at: number) =>
          customer.says('菜单')(shop.instances[at % 2]?.base ?? '');
        await Promise.all(customers.slice(0, 2).map(menu));
        await until('the first are answered', () => customers.slice(0, 2).every(({ shown }) => shown.length === 1));
        const before = tokens.asked(platform);
        tokens.expire(platform);
        await Promise.all(customers.map(menu));
        await until(
          'all are answered',
          () => customers.every(({ shown }, at) => shown.length === (at < 2 ? 2 : 1)),
          30_000,
        );
        assert.equal(tokens.asked(platform) - before, 1);
      });
    }
    outagesOf(open, harness);
    crashesOf(open, harness);
    copiesOf(open);
    quotaOf(open, harness);
    menusOf(open, harness);
    typingOf(open, harness);
    dialogsOf(open);
  });
}

export type Open = (options?: Partial<ShopOptions>) => Promise<{ platform: Platform; shop: Shop; base: string }>;
