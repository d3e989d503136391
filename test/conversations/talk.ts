import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { blindIndex } from '../../adapters/crypto/blindIndex.ts';
import { sealer } from '../../adapters/crypto/sealer.ts';
import { openLedger } from '../../adapters/ledger/index.ts';
import { type BotActivity, INTERNAL_CHANNEL, type InboundActivity } from '../../bot/activity.ts';
import { createRespond } from '../../bot/shouwenBot.ts';
import { type ConversationState, parseState } from '../../bot/state.ts';
import type { ConversationId, MessageId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { parseManual } from '../../domain/manual/load.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { Understand } from '../../nlu/heard.ts';
import { loadModel } from '../../nlu/model/load.ts';
import { createUnderstand } from '../../nlu/understand.ts';

export const ZONE = 'Asia/Shanghai';
/** A Saturday: 2026-11-21 10:00 in the operator's zone. */
export const START = Date.parse('2026-11-21T10:00:00+08:00');
/** The evening of that day: nobody is at the desk before Sunday 09:00. */
export const EVENING = Date.parse('2026-11-21T20:00:00+08:00');

const MANUAL = new URL('../../domain/manual/telecom.yaml', import.meta.url);
export const manual: Manual = (() => {
  const parsed = parseManual(readFileSync(MANUAL, 'utf8'), 'telecom.yaml');
  if (parsed.kind === 'faulty') throw new Error(parsed.faults.join('\n'));
  return parsed.manual;
})();
export const understand = createUnderstand(loadModel());

export async function memoryLedger(): Promise<Ledger> {
  return openLedger({
    file: ':memory:',
    manual,
    sealer: sealer([{ id: 'test', key: randomBytes(32) }]),
    blindIndex: blindIndex(randomBytes(32), 'phone'),
    zone: ZONE,
    random: Math.random,
  });
}

let conversations = 0;

type Step = (world: World) => Promise<void>;
export interface World {
  readonly ledger: Ledger;
  readonly conversation: ConversationId;
  readonly from: string;
  state: ConversationState | null;
  replies: readonly BotActivity[];
  now: number;
  message: number;
  readonly transcript: string[];
}

/** What a transcript may start from. */
export interface TalkOptions {
  readonly ledger?: Ledger;
  readonly from?: string;
  readonly locale?: string;
  /** `web` unless given. */
  readonly channel?: string;
  readonly now?: number;
  /** Each turn is worked again, as by another instance after a crash: it must say and change the same. */
  readonly repeated?: boolean;
  /** Another understanding than that of the shipped model. */
  readonly understand?: Understand;
}

/**
 * A conversation as a test: `await talk().customer('…').bot('name', …)`. `bot` asserts the names of all messages of the
 * turn, so rewording never breaks a test. The state goes through JSON between turns, as it does through a store.
 */
export class Talk implements PromiseLike<World> {
  readonly #steps: Step[] = [];
  readonly #options: TalkOptions;

  constructor(options: TalkOptions = {}) {
    this.#options = options;
  }

  customer(text: string): this {
    return this.#send({ type: 'message', text });
  }

  activity(activity: InboundActivity): this {
    return this.#send(activity);
  }

  /** Presses the quick reply at a place (from 0) of the last message. */
  press(place: number): this {
    return this.#do(async (world) => {
      const title = world.replies.at(-1)?.suggestedActions?.actions[place]?.title;
      assert.ok(title !== undefined, `no quick reply ${place}\n${world.transcript.join('\n')}`);
      await send(world, { type: 'message', text: title }, this.#options);
    });
  }

  bot(...names: string[]): this {
    return this.#do(async (world) => {
      assert.deepEqual(messagesOf(world.replies).map(nameOf), names, `\n${world.transcript.join('\n')}\n`);
    });
  }

  /** Asserts the events of the turn beside its messages, as the page gets them: `waiting`, `accepted`, … */
  page(...states: string[]): this {
    return this.#do(async (world) => {
      const events = world.replies.filter(({ type }) => type === 'event');
      const told = events.map(({ name, value }) =>
        name === 'handoff.status' ? (value as { state: string }).state : name,
      );
      assert.deepEqual(told, states, `\n${world.transcript.join('\n')}\n`);
    });
  }

  /** What the product puts into the inbox by itself; `of` makes it from what the ledger holds by then. */
  news(of: (world: World) => Promise<{ name: string; value: unknown }>): this {
    return this.#do(async (world) => {
      const { name, value } = await of(world);
      await send(world, { type: 'event', name, value, channelId: INTERNAL_CHANNEL }, this.#options);
    });
  }

  /** Asserts that words stand in the replies of the turn. */
  says(...words: (string | RegExp)[]): this {
    return this.#do(async (world) => {
      const all = world.replies.map((reply) => reply.text).join('\n');
      for (const word of words) {
        const found = typeof word === 'string' ? all.includes(word) : word.test(all);
        assert.ok(found, `expected ${word} in\n${all}\n---\n${world.transcript.join('\n')}`);
      }
    });
  }

  later(ms: number): this {
    return this.#do(async (world) => {
      world.now += ms;
    });
  }

  check(look: (world: World) => Promise<void> | void): this {
    return this.#do(async (world) => look(world));
  }

  #send(activity: InboundActivity): this {
    return this.#do((world) => send(world, activity, this.#options));
  }

  #do(step: Step): this {
    this.#steps.push(step);
    return this;
  }

  async #run(): Promise<World> {
    const world: World = {
      ledger: this.#options.ledger ?? (await memoryLedger()),
      conversation: `c${++conversations}` as ConversationId,
      from: this.#options.from ?? `dl_${conversations}`,
      state: null,
      replies: [],
      now: this.#options.now ?? START,
      message: 0,
      transcript: [],
    };
    try {
      for (const step of this.#steps) await step(world);
    } finally {
      if (!this.#options.ledger) await world.ledger.close();
    }
    return world;
  }

  // biome-ignore lint/suspicious/noThenProperty: a transcript is awaited as a whole
  then<A, B>(
    done?: ((world: World) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    return this.#run().then(done, failed);
  }
}

async function send(world: World, activity: InboundActivity, options: TalkOptions): Promise<void> {
  world.now += 5000;
  world.message += 1;
  const respond = createRespond({
    manual,
    ledger: world.ledger,
    understand: options.understand ?? understand,
    zone: ZONE,
  });
  const inbound: InboundActivity = {
    channelId: options.channel ?? 'web',
    from: { id: world.from },
    recipient: { id: 'web' },
    ...(options.locale ? { locale: options.locale } : {}),
    ...activity,
  };
  const turn = {
    conversation: world.conversation,
    message: `m${world.message}` as MessageId,
    activity: inbound,
    at: world.now,
  };
  const answered = await respond(world.state, turn);
  if (options.repeated) {
    const again = await respond(world.state, turn);
    assert.deepEqual(again.replies, answered.replies, `not the same again\n${world.transcript.join('\n')}`);
    assert.deepEqual(again.state, answered.state, `not the same state again\n${world.transcript.join('\n')}`);
  }
  checkWords(messagesOf(answered.replies), world);
  const parsed = parseState(JSON.parse(JSON.stringify(answered.state)));
  assert.ok(parsed.kind === 'state', 'the state must parse after every turn');
  assert.deepEqual(
    parsed.state.dialog,
    JSON.parse(JSON.stringify(answered.state?.dialog)),
    'no dialog may be dropped between turns',
  );
  world.state = parsed.state;
  world.replies = answered.replies;
  world.transcript.push(`> ${activity.text ?? activity.name ?? activity.type}`);
  for (const reply of answered.replies) {
    const choices = reply.suggestedActions?.actions.map((a) => `[${a.title}]`).join(' ') ?? '';
    const said = reply.text?.replaceAll('\n', ' / ') ?? JSON.stringify(reply.value);
    world.transcript.push(`  ${nameOf(reply)}: ${said} ${choices}`);
  }
}

function nameOf(reply: BotActivity): string {
  const shouwen = reply.channelData?.shouwen as { name?: string } | undefined;
  return shouwen?.name ?? reply.name ?? '?';
}

function messagesOf(replies: readonly BotActivity[]): BotActivity[] {
  return replies.filter(({ type }) => type === 'message');
}

export function talk(options?: TalkOptions): Talk {
  return new Talk(options);
}

/** Messages that put a question to the customer. */
const QUESTIONS =
  /^(ask|tell|sure|which|what|summary|didYouMean|offerVisit|alsoWanted|callbackOpen|offerSurvey|surveySorry|selfCheck$|selfCheckAgain|knownOutage|notUnderstood$)/;
export function isQuestion(name: string): boolean {
  return QUESTIONS.test(name);
}

/** Holds in every turn of every transcript: at most one question, at the end, and no wording with a hole in it. */
function checkWords(replies: readonly BotActivity[], world: World): void {
  const said = replies.map((reply) => `${nameOf(reply)}: ${reply.text}`).join('\n');
  const questions = replies.map(nameOf).filter(isQuestion);
  assert.ok(questions.length <= 1, `two questions in one turn\n${said}\n---\n${world.transcript.join('\n')}`);
  assert.doesNotMatch(said, /undefined|\[object|NaN|Invalid Date|null/, `a hole in the words\n${said}`);
  for (const reply of replies.slice(0, -1)) {
    assert.equal(reply.suggestedActions, undefined, `quick replies before the last message are lost\n${said}`);
  }
}
