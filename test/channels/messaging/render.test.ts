import assert from 'node:assert/strict';
import { renderTurn } from '../../../adapters/channels/messaging/render.ts';
import type { BotActivity } from '../../../bot/activity.ts';
import type { LogEntry } from '../../../bot/conversations.ts';
import { someCaps } from './someCaps.ts';

const buttons = someCaps({
  actions: { native: 'buttons+list', max: 3, labelMax: 20, valueMax: 200, unit: 'utf16', echo: 'id' },
  media: { in: ['image'], out: ['image'], maxBytes: 1000 },
});

function said(position: number, activity: Partial<BotActivity>): LogEntry {
  return { position, activity: { type: 'message', from: { id: 'shouwen', role: 'bot' }, ...activity } };
}
const offers = (...labels: string[]) => ({
  suggestedActions: { actions: labels.map((label) => ({ type: 'imBack' as const, title: label, value: label })) },
});

describe('a turn on a channel', () => {
  it('is merged into one message with its quick replies at the end', () => {
    const { messages } = renderTurn(
      'c',
      [said(1, { text: '记下了。' }), said(2, { text: '哪天方便？', ...offers('今天', '明天') })],
      buttons,
    );
    assert.deepEqual(
      messages.map(({ text, actions }) => [text, actions.map((a) => a.label)]),
      [['记下了。\n\n哪天方便？', ['今天', '明天']]],
    );
  });

  it('shows more quick replies than fit as a numbered menu, which is remembered', () => {
    const { messages, menu } = renderTurn('c', [said(1, { text: '请选', ...offers('a', 'b', 'c', 'd') })], buttons);
    assert.equal(messages[0]?.text, '请选\n\n1. a\n2. b\n3. c\n4. d');
    assert.deepEqual(messages[0]?.actions, []);
    assert.equal(menu.length, 4);
  });

  it('puts quick replies on the last part only', () => {
    const caps = { ...buttons, text: { max: 30, unit: 'utf16' as const, maxParts: 9 } };
    const { messages } = renderTurn('c', [said(1, { text: '一段很长的话。'.repeat(10), ...offers('好') })], caps);
    assert.ok(messages.length > 1);
    assert.deepEqual(
      messages.map((m) => m.actions.length),
      [...messages.slice(1).map(() => 0), 1],
    );
  });

  it('cuts the words of a long SMS, not the menu below them, and leaves room for what the channel adds', () => {
    const caps = someCaps({ text: { max: 67, unit: 'ucs2-part', maxParts: 3, reserved: 6 } });
    const { messages } = renderTurn('c', [said(1, { text: '字'.repeat(400), ...offers('今天', '明天') })], caps);
    const text = messages[0]?.text ?? '';
    assert.equal(messages.length, 1);
    assert.equal(text.length, 3 * 67 - 6);
    assert.ok(text.endsWith('字…\n\n1. 今天\n2. 明天'));
  });

  it('says nothing for events and for what customers wrote', () => {
    const event: LogEntry = said(1, { type: 'event', name: 'handoff.status' });
    const own: LogEntry = { position: 2, activity: { type: 'message', from: { id: 'u', role: 'user' }, text: 'hi' } };
    assert.deepEqual(renderTurn('c', [event, own], buttons).messages, []);
  });

  it('sends files of ours where the channel takes them, else names them; foreign addresses never', () => {
    const attachments = [
      { contentType: 'image/png', contentUrl: '/v3/directline/attachments/x', name: 'a.png' },
      { contentType: 'application/pdf', contentUrl: '/v3/directline/attachments/y', name: 'b.pdf' },
      { contentType: 'image/png', contentUrl: 'https://elsewhere.example/z', name: 'z.png' },
    ];
    const { messages } = renderTurn('c', [said(1, { attachments })], buttons);
    assert.deepEqual(
      messages.map(({ text, media }) => media?.url ?? text),
      ['/v3/directline/attachments/x', '[b.pdf]'],
    );
  });

  it('gives a repeat the same ids, and every message its own', () => {
    const turn = [
      said(7, {
        text: '一段话。'.repeat(400),
        attachments: [{ contentType: 'image/png', contentUrl: '/v3/directline/attachments/x' }],
      }),
    ];
    const ids = renderTurn('c', turn, buttons).messages.map(({ id }) => id);
    assert.deepEqual(
      renderTurn('c', turn, buttons).messages.map(({ id }) => id),
      ids,
    );
    assert.equal(
      new Set([...ids, ...renderTurn('other', turn, buttons).messages.map(({ id }) => id)]).size,
      ids.length * 2,
    );
    assert.ok(ids.every((id) => /^[\w-]{1,32}$/.test(id)));
  });
});
