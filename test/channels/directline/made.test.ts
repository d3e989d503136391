import assert from 'node:assert/strict';
import { type BotActivity, MADE_FILE } from '../../../bot/activity.ts';
import { BOT_ACCOUNT } from '../../../bot/render.ts';
import { type Line, openLine, SECRET } from './line.ts';

const HOUR = 3_600_000;
const content = '{"phone":"+8613800138000"}';
const copy = (from: BotActivity['from'] = BOT_ACCOUNT): BotActivity => ({
  ...{ type: 'message', from, text: '这是您的全部信息', timestamp: new Date().toISOString() },
  attachments: [{ contentType: 'application/json', name: 'personal-data.json', contentUrl: MADE_FILE, content }],
});

describe('a file made for a customer, in Direct Line', () => {
  let line: Line;
  let visit: Awaited<ReturnType<Line['visit']>>;
  beforeEach(async () => {
    line = await openLine();
    visit = await line.visit();
  });
  afterEach(() => line.close());

  const shown = async () => {
    const path = `/v3/directline/conversations/${visit.id}/activities`;
    const { json, text } = await line.call('GET', path, { token: SECRET });
    return { file: json.activities.at(-1).attachments[0], text };
  };

  it('has a signed address in place of its content, and is downloaded there', async () => {
    line.say(visit.id, copy());
    const { file, text } = await shown();
    assert.ok(!text.includes('13800138000'), 'the content goes only to who opens the address');
    assert.ok(file.contentUrl.startsWith(`${line.base}/v3/directline/conversations/`));
    const served = await fetch(file.contentUrl);
    assert.equal(served.status, 200);
    assert.equal(await served.text(), content);
    assert.match(served.headers.get('content-disposition') ?? '', /^attachment; filename="personal-data\.json"/);
    assert.equal(served.headers.get('cache-control'), 'no-store');
  });

  it('is gone after an hour, also for an address that is asked for later', async () => {
    line.say(visit.id, copy());
    const { file } = await shown();
    line.skew = HOUR + 60_000;
    assert.equal((await fetch(file.contentUrl)).status, 404);
    assert.equal((await fetch((await shown()).file.contentUrl)).status, 404);
  });

  it('opens for no other signature, time, place or conversation', async () => {
    line.say(visit.id, copy(), copy());
    const url = new URL((await shown()).file.contentUrl);
    const other = await line.visit();
    const forged = (change: (copy: URL) => void) => {
      const made = new URL(url);
      change(made);
      return fetch(made);
    };
    const answers = await Promise.all([
      forged((each) => each.searchParams.set('signature', 'x'.repeat(43))),
      forged((each) => each.searchParams.delete('signature')),
      forged((each) => each.searchParams.set('until', String(Date.now() + 99 * HOUR))),
      forged((each) => {
        each.pathname = each.pathname.replace(/\d+$/, '0');
      }),
      forged((each) => {
        each.pathname = each.pathname.replace(visit.id, other.id);
      }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404, 404, 404],
    );
    assert.equal((await fetch(url)).status, 200);
  });

  it('is never what a customer sent', async () => {
    line.say(visit.id, copy({ id: visit.user, role: 'user' }));
    const { file } = await shown();
    assert.ok(!String(file.contentUrl).includes('signature'));
  });
});
