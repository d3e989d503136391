import assert from 'node:assert/strict';
import type { Case, NewCase } from '../../domain/cases/case.ts';
import type { CustomerId, IdempotencyKey } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { LOCALES } from './inEachLanguage.ts';
import { memoryLedger, type TalkOptions, talk, type World } from './talk.ts';

/** What a customer says in each language. */
const WORDS = [
  {
    link: '绑定账号',
    elsewhere: '我在微信上报过修，这里也想查',
    code: '绑定 ',
    progress: '查询进度',
    unlink: '这不是我的号码了',
    forget: '删除我的个人信息',
    fault: '我要报修宽带上不了网',
  },
  {
    link: '我要綁定帳號',
    elsewhere: '我在微信上報過修，這裡也想查',
    code: '綁定 ',
    progress: '查詢進度',
    unlink: '解除綁定',
    forget: '刪除我的個人資料',
    fault: '我要報修，寬頻無法上網',
  },
  {
    link: 'I want to link my account',
    elsewhere: 'I reported a fault on WeChat, can I check it here too?',
    code: 'link ',
    progress: 'Check progress',
    unlink: 'This is no longer my number',
    forget: 'Delete my personal data',
    fault: 'My broadband is down',
  },
] as const;
export type Words = (typeof WORDS)[number];

/** A customer with a case in WeChat, and the same person in the web chat. */
export interface Channels {
  readonly ledger: Ledger;
  readonly words: Words;
  readonly filed: Case;
  readonly wechat: (more?: TalkOptions) => ReturnType<typeof talk>;
  readonly web: (more?: TalkOptions) => ReturnType<typeof talk>;
}

/** Runs a test in all three languages. */
export function onTwoChannels(title: string, test: (channels: Channels) => Promise<void>): void {
  LOCALES.forEach((locale, place) => {
    it(`${title} (${locale})`, async () => {
      const ledger = await memoryLedger();
      const words = WORDS[place] ?? WORDS[0];
      const common = { ledger, locale };
      const first = await talk({ ...common, channel: 'wechat', from: 'openid-1' }).customer('hello');
      const filed = await file(ledger, first);
      await test({
        ...{ ledger, words, filed },
        wechat: (more) => talk({ ...common, channel: 'wechat', from: 'openid-1', ...more }),
        web: (more) => talk({ ...common, channel: 'web', from: 'dl_1', ...more }),
      });
      await ledger.close();
    });
  });
}

export const customerOf = ({ state }: Pick<World, 'state'>): CustomerId => state?.customer as CustomerId;

/** A case of whoever speaks in a conversation. */
export function file(
  ledger: Ledger,
  world: Pick<World, 'state' | 'conversation' | 'now'>,
  key = 'filed',
): Promise<Case> {
  const draft: NewCase = {
    ...{ kind: 'fault', category: 'business-service', alsoCategories: [], severity: null, level: 'normal' },
    ...{ customer: customerOf(world), conversation: world.conversation, language: 'zh-Hans', area: null },
    channel: world.state?.reference.channelId ?? '',
    ...{ owner: 'service-support', answers: { phone: '+8613800138000' }, clocks: [], links: [] },
  };
  return ledger.cases.register(draft, key as IdempotencyKey, world.now);
}

/** The code in the replies of a turn. */
export function codeOf({ replies, transcript }: World): string {
  const code = /\b\d{8}\b/.exec(replies.map(({ text }) => text).join('\n'))?.[0];
  assert.ok(code !== undefined, transcript.join('\n'));
  return code;
}

export const wrong = (code: string): string => String((Number(code) + 1) % 10 ** 8).padStart(8, '0');

/** A code got in WeChat. */
export async function getCode({ wechat, words }: Channels, now?: number): Promise<string> {
  return codeOf(
    await wechat(now === undefined ? {} : { now })
      .customer(words.link)
      .bot('linkCode'),
  );
}
