import assert from 'node:assert/strict';
import { parseState, STATE_SCHEMA } from '../../bot/state.ts';
import { BOT } from '../../bot/with.ts';
import { emptyDialog } from '../../dialogs/state.ts';

const state = {
  schema: STATE_SCHEMA,
  language: 'zh-Hant',
  customer: 'c1',
  reference: { channelId: 'web', from: { id: 'dl_1' } },
  lastAt: 1,
  greeted: true,
  with: BOT,
  dialog: { ...emptyDialog, misses: 1 },
  unsettled: null,
};

describe('a stored conversation', () => {
  it('comes back as it was written', () => {
    const parsed = parseState(JSON.parse(JSON.stringify(state)));
    assert.ok(parsed.kind === 'state');
    assert.equal(parsed.state.dialog.misses, 1);
    assert.equal(parsed.state.language, 'zh-Hant');
  });

  it('of a newer release is left alone', () => {
    assert.deepEqual(parseState({ ...state, schema: STATE_SCHEMA + 1 }), { kind: 'future', schema: STATE_SCHEMA + 1 });
  });

  it('of the first release comes back with nothing unsettled', () => {
    const { unsettled: _unsettled, with: _with, ...first } = state;
    const { anger: _anger, ...dialog } = state.dialog;
    assert.deepEqual(parseState({ ...first, dialog, schema: 1 }), { kind: 'state', state });
  });

  it('of the release without a desk is with the bot, and its call-back goes on', () => {
    const { with: _with, ...before } = state;
    const open = { instance: 'm1', answers: { words: '转人工' }, asked: 'consent', offered: [], choosingChange: false };
    const { anger: _anger, ...rest } = state.dialog;
    const dialog = { ...rest, form: { name: 'handoff', ...open }, suspended: [{ name: 'complaint', ...open }] };
    const parsed = parseState({ ...before, dialog, schema: 2 });
    assert.ok(parsed.kind === 'state');
    assert.deepEqual(parsed.state.with, BOT);
    assert.deepEqual(parsed.state.dialog.form, { name: 'callback', ...open });
    assert.equal(parsed.state.dialog.suspended[0]?.name, 'complaint');
  });

  it('with dialogs of another shape stays with whoever answers', () => {
    const agent = { kind: 'agent', handoff: 'h1', epoch: 3, agent: { id: 's1', name: '小李' } };
    const parsed = parseState({ ...state, with: agent, dialog: { waterfall: 3 } });
    assert.ok(parsed.kind === 'state');
    assert.deepEqual(parsed.state.with, agent);
  });

  it('with dialogs of another shape keeps the customer and the language', () => {
    const parsed = parseState({ ...state, dialog: { waterfall: 3 } });
    assert.ok(parsed.kind === 'state');
    assert.equal(parsed.state.customer, 'c1');
    assert.equal(parsed.state.language, 'zh-Hant');
    assert.deepEqual(parsed.state.dialog, emptyDialog);
  });

  it('that is nothing, or nonsense, is a new one', () => {
    for (const stored of [null, undefined, 7, 'x', [], {}, { schema: 'one' }])
      assert.equal(parseState(stored).kind, 'new');
  });
});
