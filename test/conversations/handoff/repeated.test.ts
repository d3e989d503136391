import assert from 'node:assert/strict';
import { createRespond } from '../../../bot/shouwenBot.ts';
import { messageOf } from '../properties/converse.ts';
import { manual, memoryLedger, START, talk, understand, ZONE } from '../talk.ts';
import { accepts, filesFault, handoffOf, returns } from './atDesk.ts';

describe('handoff: a turn worked again', () => {
  it('by another instance says the same and calls nobody twice, whatever happened since', async () => {
    const ledger = await memoryLedger();
    const respond = createRespond({ manual, ledger, understand, zone: ZONE });
    const asked = messageOf('repeated', 'm1', '转人工', START);
    const first = await respond(null, asked);
    const world = { ledger, conversation: asked.conversation, from: 'repeated', state: first.state } as const;
    const here = { ...world, replies: [], now: START + 5000, message: 1, transcript: [] };
    await accepts('小李')(here);
    assert.deepEqual(await respond(null, asked), first);
    await returns()(here);
    assert.deepEqual(await respond(null, asked), first);
    assert.equal((await ledger.handoffs.past({ conversation: asked.conversation }, 10)).length, 1);
    await ledger.close();
  });

  it('after the hand-off has ended calls a new one only by a new message', () =>
    talk({ repeated: true })
      .customer('转人工')
      .customer('不等了')
      .customer('转人工')
      .bot('handoffSought')
      .check(async (world) => {
        assert.equal((await world.ledger.handoffs.past({ conversation: world.conversation }, 10)).length, 1);
        assert.equal((await handoffOf(world)).owner.kind, 'queue');
      }));

  it('a case of another customer is not told', async () => {
    const ledger = await memoryLedger();
    const other = await talk({ ledger }).customer('转人工').news(accepts('小李'));
    const foreign = (await filesFault(null)(other)).value as { number: string };
    await talk({ ledger, repeated: true })
      .customer('转人工')
      .news(accepts('小李'))
      .news(async (world) => {
        const { id, epoch } = await handoffOf(world);
        const value = { handoff: id, epoch, kind: 'case', number: foreign.number, form: null };
        return { name: 'handoff.filed', value };
      })
      .bot();
    await ledger.close();
  });

  it('an agent who writes to a conversation that has expired learns of it', async () => {
    const ledger = await memoryLedger();
    const world = await talk({ ledger }).customer('转人工').news(accepts('小李'));
    const { id, epoch, owner } = await handoffOf(world);
    assert.ok(owner.kind === 'agent');
    const respond = createRespond({ manual, ledger, understand, zone: ZONE });
    const value = { handoff: id, epoch, agent: { id: owner.agent, name: '小李' }, id: 'k1', text: '在吗', files: [] };
    const activity = { type: 'event', name: 'handoff.message', value, channelId: 'shouwen.internal' } as const;
    const input = { ...messageOf(world.conversation, 'n1', '', world.now), activity };
    const answered = await respond(null, input);
    assert.deepEqual(answered.replies, []);
    const events = await ledger.deskEvents.after(0, 100);
    assert.equal(events.filter(({ kind }) => kind === 'refused').length, 1);
    await ledger.close();
  });
});
