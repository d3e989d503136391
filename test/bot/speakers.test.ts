import assert from 'node:assert/strict';
import type { InboundActivity } from '../../bot/activity.ts';
import { memoryLedger, talk } from '../conversations/talk.ts';

const says = (text: string, from: string, isGroup = false): InboundActivity => ({
  type: 'message',
  text,
  channelId: 'msteams',
  from: { id: from },
  recipient: { id: 'bot' },
  conversation: { id: 'c', isGroup },
});

describe('who speaks', () => {
  it('decides whose cases are shown: another speaker in the same conversation sees nothing of the first', async () => {
    const ledger = await memoryLedger();
    await talk({ ledger })
      .activity(says('我要投诉，上个月多扣了我三十块', 'alice'))
      .activity(says('退费', 'alice'))
      .activity(says('同意', 'alice'))
      .activity(says('王先生 13800138000', 'alice'))
      .activity(says('确认提交', 'alice'))
      .says('TS2026')
      .activity(says('查询进度', 'bob'))
      .bot('askCaseNumber')
      .activity(says('我的个人信息', 'bob'))
      .check(({ replies }) => assert.doesNotMatch(JSON.stringify(replies), /8000|王先生/));
    await ledger.close();
  });

  it('does not matter in a group: nothing personal is handled there', async () => {
    await talk()
      .activity(says('我要投诉，上个月多扣了我三十块', 'alice', true))
      .bot('privateOnly')
      .activity(says('查询进度', 'bob', true))
      .bot('privateOnly');
  });
});
