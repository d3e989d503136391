import assert from 'node:assert/strict';
import { customerTyping } from '../../bot/customerTyping.ts';
import type { Signal } from '../../bot/desk.ts';
import type { ConversationId } from '../../domain/ids.ts';

describe('a customer’s typing', () => {
  it('becomes a signal while an agent has the conversation, at most every three seconds', () => {
    const sent: Signal[] = [];
    let now = 100_000;
    const signals = { send: (signal: Signal) => void sent.push(signal) };
    const [mine, other] = ['mine' as ConversationId, 'other' as ConversationId];
    const typing = customerTyping({ signals, isHeld: (conversation) => conversation === mine, now: () => now });
    for (const conversation of [mine, other, mine]) typing(conversation);
    const signal = { kind: 'typing', conversation: mine, by: 'customer' };
    assert.deepEqual(sent, [signal]);
    now += 2999;
    typing(mine);
    assert.equal(sent.length, 1);
    now += 1;
    typing(mine);
    assert.deepEqual(sent, [signal, signal]);
  });
});
