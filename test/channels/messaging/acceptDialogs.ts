import assert from 'node:assert/strict';
import { INTERNAL_CHANNEL } from '../../../bot/activity.ts';
import { asBookingNumber, asCaseNumber } from '../../../domain/cases/number.ts';
import type { HandoffCommand } from '../../../domain/desk/handoff.ts';
import type { ConversationId, MessageId } from '../../../domain/ids.ts';
import { TASKS, through } from '../../e2e/tasks.ts';
import type { PlatformCustomer } from '../../simulators/platform.ts';
import type { Seen } from '../../support/client.ts';
import { until } from '../directline/line.ts';
import type { Open } from './acceptance.ts';
import { type Shop, shopNow } from './shop.ts';

/** Whole dialogs through the channel, with the real bot behind it. */
export function dialogsOf(open: Open): void {
  for (const task of TASKS) {
    it(`${task.name}: from the first word to the number`, async () => {
      const { platform, shop, base } = await open();
      const customer = platform.customer();
      const number = await through(talker(shop, customer, base), 'zh-Hans', task.begins['zh-Hans']);
      assert.ok(number.startsWith(task.prefix), number);
      assert.ok(customer.shown.some(({ text }) => text.includes(number)));
      const [booking, filed] = [asBookingNumber(number), asCaseNumber(number)];
      const found = booking ? await shop.ledger.bookings.find(booking) : filed && (await shop.ledger.cases.find(filed));
      assert.ok(found, 'registered');
    });
  }

  it('a hand-off, what the agent writes, and the survey to its end', async () => {
    const { platform, shop, base } = await open();
    const customer = platform.customer();
    const talk = talker(shop, customer, base);
    await talk.say('转人工');
    const conversation = shop.conversation(customer.source);
    const handoff = await shop.ledger.handoffs.openOf(conversation);
    assert.ok(handoff, customer.shown.map(({ text }) => text).join('\n'));
    const draft = { login: 'li', name: '小李', role: 'agent', limit: 4 } as const;
    const agent = await shop.ledger.staff.add({ ...draft, skills: [], languages: ['zh-Hans'] }, 'h', false, shopNow());
    assert.ok(agent !== 'taken');
    const command: HandoffCommand = { kind: 'accept', agent: agent.id, over: false };
    const changed = await shop.ledger.handoffs.change(handoff.id, command, shopNow());
    assert.ok(changed.kind === 'changed');
    const { epoch } = changed.handoff;
    await news(shop, conversation, 'handoff.changed', { handoff: handoff.id, epoch });
    await shows(customer, '小李');
    const by = { id: agent.id, name: agent.name };
    await news(shop, conversation, 'handoff.message', {
      ...{ handoff: handoff.id, epoch, agent: by, id: 'k1', text: '您好，我来帮您看一下。', files: [] },
    });
    await shows(customer, '我来帮您看一下');
    const before = customer.shown.length;
    assert.equal(await customer.says('好的，谢谢')(base), 200);
    await until('the turn is over', () => shop.worked.length >= 4);
    assert.equal(customer.shown.length, before, 'the bot is silent');
    const giveBack: HandoffCommand = { kind: 'return', by: agent.id, result: 'solved', over: false };
    const back = await shop.ledger.handoffs.change(handoff.id, giveBack, shopNow());
    assert.ok(back.kind === 'changed');
    await news(shop, conversation, 'handoff.changed', { handoff: handoff.id, epoch: back.handoff.epoch });
    await shows(customer, '问题解决了吗');
    for (const answer of ['解决了', '5', '5', '4', '5', '10']) await talk.say(answer);
    const [thanks] = await talk.say('没有了');
    assert.equal(thanks?.name, 'surveyThanks', thanks?.text);
    const [survey] = await shop.ledger.surveys.between(0, Number.MAX_SAFE_INTEGER);
    assert.deepEqual([survey?.subject, survey?.agent, survey?.answers.recommend], [handoff.id, agent.id, 10]);
  });
}

async function shows(customer: PlatformCustomer, words: string): Promise<void> {
  await until(`"${words}" is shown`, () => customer.shown.some(({ text }) => text.includes(words)));
}

async function news(shop: Shop, conversation: ConversationId, name: string, value: unknown): Promise<void> {
  const id = `${name}:${Math.random()}` as MessageId;
  const activity = { type: 'event', name, value, channelId: INTERNAL_CHANNEL } as const;
  await shop.instances[0]?.intake(conversation, { id, at: shopNow(), activity }, null);
}

/** Says something and waits until all of the answer was delivered; the names of what was said stand in the log. */
export function talker(shop: Shop, customer: PlatformCustomer, base: string) {
  const seen: Seen[] = [];
  const conversation = shop.conversation(customer.source);
  return {
    seen,
    async say(text: string): Promise<readonly Seen[]> {
      const from = (await shop.conversations.log(conversation, 0))?.next ?? 0;
      const before = customer.shown.length;
      const status = await customer.says(text)(base);
      assert.ok(status < 300, `${text}: ${status}`);
      await until(`an answer to "${text}"`, () => customer.shown.length > before, 10_000);
      const replies = await delivered(shop, conversation, from);
      const compact = (words: string) => words.replace(/\s+/g, '');
      const shown = () =>
        compact(
          customer.shown
            .slice(before)
            .map((each) => each.text)
            .join(''),
        );
      // what a gateway took is a little later on the telephone
      for (const reply of replies) await until(`shown: ${reply.text}`, () => shown().includes(compact(reply.text)));
      seen.push(...replies);
      return replies;
    },
  };
}

async function delivered(shop: Shop, conversation: ConversationId, from: number): Promise<readonly Seen[]> {
  for (let looks = 0; looks < 1000; looks++) {
    const log = await shop.conversations.log(conversation, from);
    const done = (await shop.conversations.delivered(conversation)) >= (log?.next ?? 0);
    const said = (log?.entries ?? []).filter(({ activity }) => activity.type === 'message');
    const replies = said.filter(({ activity }) => activity.from.role === 'bot');
    if (done && replies.length > 0) {
      return replies.map(({ activity, position }) => ({
        ...{ id: String(position), from: 'bot', text: activity.text ?? '', clientId: null },
        name: nameOf(activity.channelData?.shouwen),
        choices: activity.suggestedActions?.actions.map(({ title }) => title) ?? [],
      }));
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('never delivered');
}

function nameOf(shouwen: unknown): string | null {
  const name = typeof shouwen === 'object' && shouwen !== null && 'name' in shouwen ? shouwen.name : null;
  return typeof name === 'string' ? name : null;
}
