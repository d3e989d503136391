import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoAgent, signInDemoAgent } from './agent.ts';
import { type DemoCustomer, openDemoCustomer } from './customer.ts';
import { ALONE, type DemoScript, DONE, SERVED, WAITING } from './scripts.ts';

const BETWEEN_MS = 15_000;
const HERE_MS = 15_000;

export interface Play {
  readonly base: string;
  readonly login: string;
  readonly password: string;
  readonly ended: AbortSignal;
  readonly failed: (error: unknown) => void;
}

/** Brings the desk to life: customers in different states, one agent at work; goes on until it is ended. */
export async function play({ base, login, password, ended, failed }: Play): Promise<void> {
  const agent = await signInDemoAgent(base, login, password);
  const begin = async (script: DemoScript): Promise<DemoCustomer> => {
    const customer = await openDemoCustomer(base, script.locale);
    for (const line of script.lines) await customer.say(line);
    return customer;
  };
  const quietly = (work: Promise<void>) => work.catch((error: unknown) => (ended.aborted ? undefined : failed(error)));
  await Promise.all([
    quietly(staysHere(agent, ended)),
    quietly(begin(ALONE).then(() => {})),
    quietly(begin(DONE).then((customer) => done(agent, customer))),
    quietly(begin(SERVED).then((customer) => served(agent, customer, ended))),
    ...WAITING.map((script) => quietly(begin(script).then((customer) => drip(customer, script.later, ended)))),
  ]);
}

async function staysHere(agent: DemoAgent, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await agent.here();
    await sleep(HERE_MS, undefined, { signal: ended });
  }
}

async function served(agent: DemoAgent, customer: DemoCustomer, ended: AbortSignal): Promise<void> {
  await taken(agent, customer);
  for (const [index, answer] of SERVED.answers.entries()) {
    await agent.write(customer.conversation, answer);
    await sleep(BETWEEN_MS / 2, undefined, { signal: ended });
    const reply = SERVED.later[index];
    if (reply !== undefined) await customer.say(reply);
  }
}

async function done(agent: DemoAgent, customer: DemoCustomer): Promise<void> {
  await taken(agent, customer);
  for (const answer of DONE.answers) await agent.write(customer.conversation, answer);
  await agent.giveBack(customer.conversation);
  await sleep(1000);
  for (const line of DONE.later) await customer.say(line);
}

async function drip(customer: DemoCustomer, lines: readonly string[], ended: AbortSignal): Promise<void> {
  for (const line of lines) {
    await sleep(BETWEEN_MS, undefined, { signal: ended });
    await customer.say(line);
  }
}

async function taken(agent: DemoAgent, { conversation }: DemoCustomer): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await agent.take(conversation)) return;
    await sleep(200);
  }
  throw new Error('a demo customer did not come into the queue');
}
