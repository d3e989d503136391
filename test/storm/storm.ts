import { answerTo } from '../support/answers.ts';
import { faultsOf, numbersTold } from './check.ts';
import { type History, type Line, Visitor } from './visitor.ts';

export interface StormOptions {
  /** Address of an instance for the n-th customer. */
  readonly base: (customer: number) => string;
  readonly customers: number;
  readonly turns: number;
  /** Called before each turn of each customer. */
  readonly onTurn?: (done: number) => void;
  /** Called after the last reply, before the logs are read for the check. */
  readonly onEnd?: () => Promise<void>;
}

export interface StormResult {
  readonly histories: readonly History[];
  /** Empty when nothing was lost, doubled, swapped or left unanswered. */
  readonly faults: readonly string[];
  /** Numbers the customers were told. */
  readonly numbers: readonly string[];
  /** From the moment all had arrived to the last reply. */
  readonly seconds: number;
}

/** What a customer says when nothing is asked. */
const WISHES = ['家里宽带上不了网', '我要投诉', '我想预约'];
const MOST_CUSTOMERS = 1000;
/** Customers who arrive at the same moment. */
const AT_THE_DOOR = 50;

/** So many customers at once, each saying so many things one after the other, whatever happens to the servers. */
export async function storm({ base, customers, turns, onTurn, onEnd }: StormOptions): Promise<StormResult> {
  if (customers > MOST_CUSTOMERS) throw new RangeError(`at most ${MOST_CUSTOMERS} customers`);
  const visitors: Visitor[] = [];
  try {
    while (visitors.length < customers) {
      const group = Math.min(AT_THE_DOOR, customers - visitors.length);
      const from = visitors.length;
      visitors.push(...(await Promise.all(Array.from({ length: group }, (_, i) => Visitor.arrive(base(from + i))))));
    }
    const began = performance.now();
    let done = 0;
    await Promise.all(
      visitors.map((visitor, i) =>
        talk(visitor, i, turns, () => {
          onTurn?.(done++);
        }),
      ),
    );
    const seconds = (performance.now() - began) / 1000;
    await onEnd?.();
    const logs: Line[][] = [];
    for (const visitor of visitors) logs.push(await visitor.log());
    const faults = visitors.flatMap((visitor, i) => faultsOf(visitor.history, logs[i] ?? []));
    return { histories: visitors.map((v) => v.history), faults, numbers: logs.flatMap(numbersTold), seconds };
  } finally {
    for (const visitor of visitors) visitor.close();
  }
}

async function talk(visitor: Visitor, customer: number, turns: number, turn: () => void): Promise<void> {
  let replies: readonly Line[] = [];
  let wish = customer;
  for (let said = 0; said < turns; said++) {
    turn();
    const text = answerTo(replies, 'zh-Hans') ?? WISHES[wish++ % WISHES.length] ?? '';
    replies = await visitor.say(text);
  }
}
