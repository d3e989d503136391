import assert from 'node:assert/strict';
import { parseState, STATE_SCHEMA } from '../../bot/state.ts';
import { emptyDialog } from '../../dialogs/state.ts';

const state = {
  schema: STATE_SCHEMA,
  language: 'zh-Hant',
  customer: 'c1',
  reference: { channelId: 'web', from: { id: 'dl_1' } },
  lastAt: 1,
  greeted: true,
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
    const { unsettled, ...first } = state;
    assert.deepEqual(parseState({ ...first, schema: 1 }), { kind: 'state', state: { ...state, unsettled } });
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
