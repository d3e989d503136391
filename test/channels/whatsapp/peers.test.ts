import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { whatsapp } from '../../../adapters/channels/whatsapp/index.ts';
import { openWhatsapp } from '../../simulators/whatsapp.ts';
import { dialogsOf } from '../messaging/acceptDialogs.ts';
import { openShop, shopNow } from '../messaging/shop.ts';
import { examplesSchema, shapeOf } from './metaFile.ts';
import { hasMetaFile, META_FILE, openPrism } from './prism.ts';

/**
 * Everything we send passes through Prism, which lets through what Meta's file allows, and so do the answers. The file's own
 * schema of webhooks refuses its own examples; each webhook therefore has the shape of the example of its kind.
 */
describe('whatsapp with Prism and Meta’s OpenAPI file: whole conversations', function () {
  this.timeout(120_000);
  let example: unknown;
  before(function () {
    if (!hasMetaFile()) return this.skip();
    const { examples } = examplesSchema.parse(parse(readFileSync(META_FILE, 'utf8'))).webhooks;
    example = shapeOf(examples['Text Message']?.value);
  });
  const closing: (() => Promise<unknown>)[] = [];
  const checks: (() => void)[] = [];
  let judged = 0;
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    for (const check of checks.splice(0)) check();
    judged = 0;
  });

  dialogsOf(async (options = {}) => {
    const platform = await openWhatsapp(shopNow, async (webhook) => {
      assert.deepEqual(shapeOf(webhook), example);
      judged += 1;
    });
    closing.push(() => platform.close());
    const prism = await openPrism(platform.api.url);
    closing.unshift(() => prism.close());
    const account = { ...platform.account, apiBase: prism.url };
    const shop = await openShop({ channel: whatsapp, account, ...options });
    closing.unshift(() => shop.close());
    checks.push(() => {
      assert.ok(judged > 4 && platform.api.sent.length > 4, `${judged} in, ${platform.api.sent.length} out`);
      assert.deepEqual([prism.complaints, platform.api.refused], [[], []]);
    });
    return { platform, shop, base: shop.instances[0]?.base ?? '' };
  });
});
