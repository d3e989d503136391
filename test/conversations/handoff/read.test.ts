import assert from 'node:assert/strict';
import { talk, type World } from '../talk.ts';
import { accepts, handoffOf, type News } from './atDesk.ts';

/** A console's news that an agent has seen the log up to a position. */
const looks =
  (position: number, agent?: string) =>
  async (world: World): Promise<News> => {
    const { id, owner } = await handoffOf(world);
    const holder = owner.kind === 'agent' ? owner.agent : 'nobody';
    return { name: 'handoff.read', value: { handoff: id, agent: agent ?? holder, position } };
  };
const marks = ({ replies }: World) => replies.filter(({ name }) => name === 'handoff.read').map(({ value }) => value);

describe('read marks', () => {
  it('are told of the agent who has the conversation', () =>
    talk()
      .customer('转人工')
      .news(accepts('安娜'))
      .news(looks(5))
      .check((world) => assert.deepEqual(marks(world), [{ position: 5 }])));

  it('are not told of anybody who only looks, nor while nobody has it', () =>
    talk()
      .customer('转人工')
      .news(looks(3))
      .check((world) => assert.deepEqual(marks(world), []))
      .news(accepts('安娜'))
      .news(looks(5, 'somebody-else'))
      .check((world) => assert.deepEqual(marks(world), [])));
});
