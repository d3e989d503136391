import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { meaningOf } from '../../../adapters/channels/wechat/meaning.ts';
import { idOf, readPush, timeOf } from '../../../adapters/channels/wechat/push.ts';
import { pushXml } from '../../simulators/wechat.ts';

/** Samples of another project, beside this one where they were fetched. */
const SAMPLES = fileURLToPath(new URL('../../../../shared/data/wechat/Api/EventSamples/', import.meta.url));
const EXPECTED: Readonly<Record<string, object>> = {
  'MpMessage/TextMessageEvent.xml': { kind: 'message', text: 'this is a test', trigger: 'message' },
  'MpMessage/ImageMessageEvent.xml': { kind: 'message', text: '[图片]', trigger: 'message' },
  'MpMessage/VoiceMessageEvent.xml': { kind: 'message', text: '[语音]', trigger: 'message' },
  'MpMessage/VideoMessageEvent.xml': { kind: 'message', text: '[视频]', trigger: 'message' },
  'MpMessage/ShortVideoMessageEvent.xml': { kind: 'message', text: '[视频]', trigger: 'message' },
  'MpMessage/LocationMessageEvent.xml': {
    ...{ kind: 'message', text: '位置信息', trigger: 'message' },
    location: { latitude: 23.134521, longitude: 113.358803, label: '位置信息' },
  },
  'MpPush/ClickPushEvent.xml': { kind: 'message', text: 'EVENTKEY', trigger: 'click', value: 'EVENTKEY' },
  'MpPush/SubscribePushEvent.xml': { kind: 'arrival', text: '', trigger: 'subscribe', consent: true },
  'MpPush/UnsubscribePushEvent.xml': { kind: 'departure', text: '', trigger: 'subscribe', consent: false },
  'MpPush/ScanPushEvent.xml': { kind: 'arrival', text: '', trigger: 'scan' },
};

describe('wechat: what a push means', () => {
  const meaning = (fields: Readonly<Record<string, string | number>>) => {
    const push = readPush(pushXml({ ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1_700_000_000, ...fields }));
    assert.ok(push);
    return meaningOf(push, { clicks: { FAULT: '我要报修' } });
  };

  it('reads every sample of another project', function () {
    if (!existsSync(SAMPLES)) {
      console.log('      skipped: the samples are not beside this project');
      return this.skip();
    }
    const files = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
    assert.ok(files.length > 20);
    for (const name of files.filter((file) => !file.startsWith('MpReply'))) {
      const push = readPush(readFileSync(SAMPLES + name, 'utf8'));
      assert.ok(push, name);
      assert.deepEqual(meaningOf(push, { clicks: {} }), EXPECTED[name] ?? null, name);
    }
  });

  it('takes the words that the platform heard in a voice', () => {
    assert.equal(meaning({ MsgType: 'voice', MsgId: '1', Recognition: '我要报修。' })?.text, '我要报修。');
    assert.equal(meaning({ MsgType: 'voice', MsgId: '1', Recognition: ' ' })?.text, '[语音]');
  });
  it('counts a press of a menu in the conversation as a click', () => {
    const pressed = meaning({ MsgType: 'text', MsgId: '1', Content: '满意', bizmsgmenuid: '101' });
    assert.deepEqual(pressed, { kind: 'message', text: '满意', trigger: 'click' });
  });
  it('says what the account set up for an entry of its menu', () => {
    assert.equal(meaning({ MsgType: 'event', Event: 'CLICK', EventKey: 'FAULT' })?.text, '我要报修');
    assert.equal(meaning({ MsgType: 'event', Event: 'CLICK', EventKey: 'toString' })?.text, 'toString');
  });
  it('knows a subscription by a code as one', () => {
    assert.equal(meaning({ MsgType: 'event', Event: 'subscribe', EventKey: 'qrscene_7' })?.trigger, 'subscribe');
  });
  it('reads a link as its words', () => {
    assert.equal(meaning({ MsgType: 'link', Title: 'a', Description: '', Url: 'http://b' })?.text, 'a\nhttp://b');
  });
  it('believes no place off the earth', () => {
    assert.equal(meaning({ MsgType: 'location', Location_X: '91', Location_Y: '0', Label: 'x' })?.location, undefined);
  });
  it('keeps no more of a text than a turn takes', () => {
    assert.equal(meaning({ MsgType: 'text', Content: '好'.repeat(20_000) })?.text.length, 10_000);
  });

  it('tells events of one second apart, and knows a copy', () => {
    const id = (fields: Readonly<Record<string, string | number>>) => {
      const all = { ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1_700_000_000, MsgType: 'event', ...fields };
      const push = readPush(pushXml(all));
      assert.ok(push);
      return idOf(push);
    };
    const ids = [
      id({ Event: 'CLICK', EventKey: 'A' }),
      id({ Event: 'CLICK', EventKey: 'B' }),
      id({ Event: 'SCAN', EventKey: 'A' }),
      id({ Event: 'CLICK', EventKey: 'A', CreateTime: 1_700_000_001 }),
      id({ Event: 'CLICK', EventKey: 'A', FromUserName: 'o2' }),
      id({ MsgType: 'text', MsgId: '23456789012345678901' }),
    ];
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(id({ Event: 'CLICK', EventKey: 'A' }), ids[0]);
    assert.equal(ids.at(-1), '23456789012345678901', 'all 64 bits');
  });

  it('reads seconds, and believes no time that is far from ours', () => {
    const now = 1_700_000_100_500;
    const at = (CreateTime: number) => {
      const push = readPush(pushXml({ ToUserName: 'g', FromUserName: 'o', CreateTime, MsgType: 'text' }));
      assert.ok(push);
      return timeOf(push, now);
    };
    assert.equal(at(1_700_000_000), 1_700_000_000_999);
    assert.equal(at(1_700_000_100), now, 'never later than now');
    assert.equal(at(1_700_000_200), now);
    assert.equal(at(1_348_831_860), now);
  });
});
