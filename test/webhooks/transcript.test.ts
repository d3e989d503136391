import assert from 'node:assert/strict';
import { bodyOf } from '../../adapters/webhooks/body.ts';
import type { Claimed } from '../../adapters/webhooks/store.ts';
import { conversationTranscript } from '../../adapters/webhooks/transcript.ts';
import type { BotActivity } from '../../bot/activity.ts';
import { aConversation, NOON } from '../contracts/ledgerFixtures.ts';

describe('the transcript that goes with a hand-off', () => {
  const conversation = aConversation();
  const user = { id: 'openid-of-the-customer', name: '王小明', role: 'user' } as const;
  const bot = { id: 'shouwen', role: 'bot' } as const;
  const timestamp = new Date(NOON).toISOString();
  const said: readonly BotActivity[] = [
    { type: 'message', from: user, text: '我叫王小明，电话13800138000', timestamp, locale: 'zh-CN' },
    { type: 'event', from: bot, name: 'handoff.initiate', value: {} },
    {
      type: 'message',
      from: bot,
      text: '好的，请稍等。',
      timestamp,
      channelData: { shouwen: { card: '13800138000' } },
    },
    { type: 'message', from: user, attachments: [{ contentType: 'image/png', contentUrl: 'https://files/secret' }] },
  ];
  const log = async (_: unknown, from: number) => ({
    entries: said.map((activity, position) => ({ position, activity })).slice(from),
    next: said.length,
  });
  const transcript = conversationTranscript({ conversations: { log }, zone: 'Asia/Shanghai', now: () => NOON });
  const gone = conversationTranscript({
    ...{ conversations: { log: async () => null }, zone: 'Asia/Shanghai', now: () => NOON },
  });
  const claimed = (wording: Claimed['transcript'], name = 'handoff.initiate'): Claimed => ({
    ...{ row: 'r', holder: 'h', webhook: 'w', url: 'u', secret: 's', id: 'e', subject: 'handoff', tries: 1 },
    ...{ transcript: wording, event: 'handoff.initiated', sequence: 7, at: NOON, conversation },
    data: { handoff: { language: 'zh-Hans' }, activity: { type: 'event', name } },
  });
  const read = async (each: Claimed, from = transcript) => JSON.parse((await bodyOf(each, from)).toString());

  it('is what was said, masked, by whom without their names', async () => {
    const { data, ...envelope } = await read(claimed('masked'));
    assert.deepEqual(envelope, {
      ...{ id: 'e', event: 'handoff.initiated', at: timestamp, subject: 'handoff', sequence: 7 },
    });
    const [attachment] = data.activity.attachments;
    assert.deepEqual([attachment.contentType, attachment.name], ['application/json', 'Transcript']);
    const { activities } = attachment.content;
    assert.deepEqual(
      activities.map(({ type, from, conversation: of }: BotActivity & { conversation: object }) => [type, from, of]),
      [
        ['message', { id: 'user', role: 'user' }, { id: conversation }],
        ['message', { id: 'bot', role: 'bot' }, { id: conversation }],
      ],
    );
    assert.equal(activities[1].text, '好的，请稍等。');
    assert.match(activities[0].text, /\[phone\]/);
    assert.doesNotMatch(JSON.stringify(data), /王小明|13800138000|openid|secret/);
  });

  it('is as it was said when the webhook asked for that', async () => {
    const { data } = await read(claimed('plain'));
    assert.equal(data.activity.attachments[0].content.activities[0].text, '我叫王小明，电话13800138000');
    assert.doesNotMatch(JSON.stringify(data), /openid|secret/);
  });

  it('is empty when the conversation has expired, and goes with nothing but the call', async () => {
    assert.deepEqual((await read(claimed('plain'), gone)).data.activity.attachments[0].content.activities, []);
    assert.equal((await read(claimed('plain', 'handoff.status'))).data.activity.attachments, undefined);
  });
});
