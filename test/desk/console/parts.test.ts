import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { EntryView, HandoffView, NoteView } from '../../../adapters/desk/schemas.ts';
import { askedAt, called, filled, inserted, matching, unfilled } from '../../../web/desk/console/composer/canned.ts';
import { actionOf, KEYS_OF, type Pressed } from '../../../web/desk/console/keys/keys.ts';
import { waitOf } from '../../../web/desk/console/queue/urgency.ts';
import { lines } from '../../../web/desk/console/thread/lines.ts';
import { hashOf, readRoute } from '../../../web/desk/lib/address.ts';
import { duration } from '../../../web/desk/lib/format.ts';
import { readPreferences } from '../../../web/desk/lib/preferences.ts';
import { waiting } from '../../support/fakeDeskScene.ts';
import { mine } from './scene.ts';

const limits = { offerSeconds: 20, silentSeconds: 45, firstReplyTargetSeconds: 30, firstReplyLimitSeconds: 1200 };

describe('the console: its pure parts', () => {
  it('colours a wait by the manual’s target and limit, and not where nobody waits', () => {
    const wait = (row: HandoffView, later = 0) =>
      waitOf(row, limits, { serverMs: Date.now() + later * 1000, sinceReadMs: later * 1000 });
    assert.deepEqual(wait(waiting('a', 29)), { seconds: 29, urgency: 'calm' });
    assert.deepEqual(wait(waiting('a', 29), 1), { seconds: 30, urgency: 'target' });
    assert.deepEqual(wait(waiting('a', 1199), 1), { seconds: 1200, urgency: 'limit' });
    assert.equal(wait(mine('b', null)), null);
    assert.equal(wait(mine('b', 1300))?.urgency, 'limit');
    const ended = { kind: 'ended', how: 'left', by: 'customer', at: new Date().toISOString(), result: null } as const;
    assert.equal(wait(waiting('c', 99, { owner: ended })), null);
  });

  it('says how long in few letters', () => {
    const said = [-5, 42, 725, 7_800, 273_600].map((seconds) => duration(seconds, 'zh-Hans'));
    assert.deepEqual(said, ['0:00', '0:42', '12:05', '2小时10分', '3天4小时']);
    assert.equal(duration(7_800, 'en'), '2h 10m');
  });

  it('finds what is asked for by a slash at the cursor, and nothing inside words and addresses', () => {
    assert.deepEqual(askedAt('/', 1), { query: '', from: 0 });
    assert.deepEqual(askedAt('您好 /退费', 6), { query: '退费', from: 3 });
    assert.deepEqual(askedAt('a\n/x rest', 4), { query: 'x', from: 2 });
    for (const text of ['http://a', '1/2', '/a b', 'a/']) assert.equal(askedAt(text, text.length), null, text);
  });

  it('puts a canned reply where it was asked for and loses no other letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, behind, reply) => {
        const head = `${before}\n`;
        const text = `${head}/ab${behind}`;
        const asked = askedAt(text, head.length + 3);
        assert.ok(asked);
        const done = inserted(text, asked, head.length + 3, reply);
        assert.equal(done.text, head + reply + behind);
        assert.equal(done.cursor, head.length + reply.length);
      }),
    );
  });

  it('fills in what is known, keeps what is not in sight, and calls nobody by a masked name', () => {
    const values = { name: '', agent: '陈', case: null, hotline: '10000' };
    assert.equal(filled('{name}，{agent}：{case}，{hotline}，{other}', values), '，陈：{case}，10000，{other}');
    assert.equal(unfilled('查 {case}'), '{case}');
    assert.equal(unfilled('{other}'), null);
    assert.deepEqual([called('赵**'), called(null), called('林小姐')], ['', '', '林小姐']);
    // what a customer is called is text, never a pattern
    assert.equal(filled('{name}', { ...values, name: '$&{agent}' }), '$&{agent}');
  });

  it('offers shortcuts that begin so before those that only have it somewhere', () => {
    const text = (words: string) => ({ 'zh-Hans': words, 'zh-Hant': words, en: words });
    const replies = [
      { id: '1', shortcut: 'end', text: text('re') },
      { id: '2', shortcut: 'pre', text: text('x') },
      { id: '3', shortcut: 'refund', text: text('x') },
    ];
    assert.deepEqual(
      matching(replies, 'RE', 'en').map(({ id }) => id),
      ['3', '2', '1'],
    );
  });

  it('does nothing by a key without Alt or Ctrl but list the keys, and not even that where one writes', () => {
    const none: Pressed = { code: 'KeyJ', key: 'j', altKey: false, ctrlKey: false, metaKey: false };
    assert.equal(actionOf(none, false), null);
    assert.equal(actionOf({ ...none, altKey: true }, true), 'next');
    // what Alt+J types on a Mac
    assert.equal(actionOf({ ...none, key: '∆', altKey: true }, true), 'next');
    assert.equal(actionOf({ ...none, altKey: true, ctrlKey: true }, true), null, 'AltGr types letters');
    assert.equal(actionOf({ ...none, code: 'KeyK', ctrlKey: true }, true), 'palette');
    assert.equal(actionOf({ ...none, key: '?', code: 'Slash' }, false), 'keys');
    assert.equal(actionOf({ ...none, key: '?', code: 'Slash' }, true), null);
    const shown = Object.values(KEYS_OF).map((key) => key.shown);
    assert.equal(new Set(shown).size, shown.length);
  });

  it('goes where an address says, whatever the conversation is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (conversation) => {
        assert.deepEqual(readRoute(hashOf({ view: 'desk', conversation })), { view: 'desk', conversation });
      }),
    );
    assert.deepEqual(readRoute('#/c/%E0%A4%A'), { view: 'desk', conversation: null });
    assert.deepEqual(readRoute('#/admin/users'), { view: 'admin', screen: 'users' });
    assert.deepEqual(readRoute('#/nonsense'), { view: 'desk', conversation: null });
  });

  it('takes no nonsense for a liking', () => {
    const read = readPreferences({ theme: 'pink', density: 'comfortable', keys: 'no', sound: false });
    assert.deepEqual([read.theme, read.density, read.keys, read.sound], ['auto', 'comfortable', true, false]);
    assert.equal(readPreferences(null).enterSends, true);
  });

  it('puts notes among the transcript by their time and never moves the transcript itself', () => {
    const instants = fc.integer({ min: 0, max: 200_000 }).map((seconds) => Date.UTC(2026, 10, 20) + seconds * 1000);
    fc.assert(
      fc.property(fc.array(instants), fc.array(instants), (said, noted) => {
        const entries = said.map((at, position): EntryView => ({ ...blank, position, at: new Date(at).toISOString() }));
        const notes = noted.map(
          (at, index): NoteView => ({
            ...{ id: String(index), by: 'a', byName: 'A', kind: 'note', text: 'n' },
            at: new Date(at).toISOString(),
          }),
        );
        const found = lines(entries, notes, [], 'me');
        const shown = found.flatMap((line) => (line.kind === 'entry' ? [line.entry] : []));
        assert.deepEqual(shown, entries);
        assert.equal(found.filter(({ kind }) => kind === 'note').length, notes.length);
        assert.equal(new Set(found.map(({ key }) => key)).size, found.length, 'keys');
      }),
    );
  });

  it('keeps the key of a message when the transcript takes it over', () => {
    const at = new Date().toISOString();
    const message = {
      id: 'm1',
      conversation: 'c',
      text: 'x',
      files: [],
      at,
      state: 'taken',
      failure: null,
      message: null,
    } as const;
    const own: EntryView = { ...blank, position: 3, at, from: 'agent', agent: 'me', clientId: 'm1' };
    assert.deepEqual(
      lines([], [], [message], 'me')
        .map(({ key }) => key)
        .at(-1),
      'm1',
    );
    assert.deepEqual(
      lines([own], [], [], 'me')
        .map(({ key }) => key)
        .at(-1),
      'm1',
    );
  });
});

const blank: EntryView = {
  ...{ position: 0, at: '', from: 'customer', name: null, agent: null, message: null, clientId: null, text: 't' },
  ...{ language: null, choices: [], card: null, attachments: [] },
};
