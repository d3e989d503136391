import type { Channel } from '../../../adapters/channels/messaging/port.ts';
import { smsHttp } from '../../../adapters/channels/sms/http/index.ts';
import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import type { Platform } from '../../simulators/platform.ts';
import { dialogsOf } from '../messaging/acceptDialogs.ts';
import { openShop, type Shop } from '../messaging/shop.ts';
import { unpacked } from './debian.ts';
import { KANNEL } from './kannel.ts';
import { openKannelPlatform } from './kannelPlatform.ts';
import { openPerlPlatform } from './perlPlatform.ts';
import { QUICK } from './quick.ts';

interface Peer {
  readonly packages: readonly string[];
  readonly channel: Channel;
  /** `root`: where the packages were laid out. */
  readonly open: (root: string) => Promise<Platform & { ready(shop: Shop): Promise<void> }>;
}

const PEERS: Readonly<Record<string, Peer>> = {
  'sms-smpp with Net::SMPP': {
    packages: ['libnet-smpp-perl'],
    channel: createSmsSmpp({ ...QUICK, answer: 5000 }),
    open: openPerlPlatform,
  },
  'sms-http with Kannel': { packages: KANNEL, channel: smsHttp, open: openKannelPlatform },
};

/** Whole conversations, encoded, cut, carried and decoded by other people’s software. */
for (const [name, { packages, channel, open }] of Object.entries(PEERS)) {
  describe(`${name}: whole conversations`, function () {
    this.timeout(180_000);
    let tree: ReturnType<typeof unpacked> = null;
    const closing: (() => Promise<void>)[] = [];
    before(function () {
      tree = unpacked(packages);
      if (tree === null) this.skip();
    });
    afterEach(async () => {
      for (const close of closing.splice(0)) await close();
    });
    after(() => tree?.remove());

    dialogsOf(async (options = {}) => {
      const platform = await open(tree?.root ?? '');
      closing.push(() => platform.close());
      const shop = await openShop({ channel, account: platform.account, ...options });
      closing.unshift(() => shop.close());
      await platform.ready(shop);
      return { platform, shop, base: shop.instances[0]?.base ?? '' };
    });
  });
}
