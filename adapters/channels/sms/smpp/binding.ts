import { randomUUID } from 'node:crypto';
import type { PDU } from 'smpp';
import type { ChannelHost } from '../../messaging/port.ts';
import { openSession, type Session } from './session.ts';
import type { SmsSmppSettings } from './settings.ts';
import { OK } from './status.ts';
import type { Timings } from './timings.ts';

export interface Binding {
  /** The bound session; null while there is none here, or another instance has it. */
  readonly session: Session | null;
  /** Counts binds: the SMSC sends again what an earlier session did not answer. */
  readonly name: string;
  stop(): Promise<void>;
}

/** SMPP 3.4, 5.2.4. */
const VERSION = 0x34;
/** Refusals that somebody must mend at the operator: wrong password, wrong system_id. */
const WRONG = new Set([0x0e, 0x0f]);

/**
 * Keeps one session of the account bound over all instances: most operators allow one, and answer a second with 0x05.
 * Who holds the lock binds and renews it; who cannot reach the SMSC gives it to another.
 */
export function keepBound(
  settings: SmsSmppSettings,
  { store, log, now }: ChannelHost,
  timings: Timings,
  deliver: (pdu: PDU) => Promise<void>,
): Binding {
  const { account, host, port, tls, system_id, password, system_type } = settings;
  const lock = `sms-smpp/${account}`;
  const holder = randomUUID();
  const facts = { channel: 'sms-smpp', account };
  const stopped = new AbortController();
  let bound: { readonly session: Session; readonly name: string } | null = null;
  let told = '';

  function tell(what: string, level: 'info' | 'warn' | 'error', more: object = {}): void {
    if (told !== what) log[level]({ ...facts, ...more }, what);
    told = what;
  }

  async function bind(): Promise<Session | null> {
    const session = await openSession({ to: { host, port, tls }, timings, deliver });
    if (session === null) {
      tell('the SMSC cannot be reached', 'warn');
      return null;
    }
    const asked = await session.ask('bind_transceiver', {
      ...{ system_id, password, system_type, interface_version: VERSION },
    });
    const status = asked.kind === 'answered' ? asked.answer.command_status : null;
    if (status === OK && session.isOpen) return session;
    tell('the SMSC refuses the bind', status !== null && WRONG.has(status) ? 'error' : 'warn', { status });
    await session.end();
    return null;
  }

  /** Until the session is over, or the right to it. */
  async function hold(session: Session): Promise<void> {
    tell('bound to the SMSC', 'info');
    while (session.isOpen && !stopped.signal.aborted) {
      await Promise.race([session.closed, pause(timings.lock / 3, stopped.signal)]);
      if (!session.isOpen || stopped.signal.aborted) break;
      if (!(await renewed())) {
        tell('another instance may bind now', 'warn');
        break;
      }
    }
    bound = null;
    await session.end();
    if (!stopped.signal.aborted && told === 'bound to the SMSC') tell('the SMSC closed the connection', 'warn');
  }

  /** Without an answer of the store within a third of its time, the lock may be over before it is seen to be. */
  async function renewed(): Promise<boolean> {
    const late = pause(timings.lock / 3, stopped.signal).then(() => false);
    return Promise.race([store.renew(lock, holder, now(), timings.lock).catch(() => false), late]);
  }

  async function round(tries: number): Promise<number> {
    const mine = await store.lock(lock, holder, now(), timings.lock);
    if (!mine) {
      tell('another instance is bound to the SMSC', 'info');
      await pause(timings.lock / 3, stopped.signal);
      return 0;
    }
    const session = await bind();
    if (session !== null) {
      bound = { session, name: randomUUID() };
      await hold(session);
    }
    await store.unlock(lock, holder);
    const failed = session === null ? tries + 1 : 1;
    await pause(Math.min(timings.retry * 2 ** (failed - 1), timings.retryMost), stopped.signal);
    return failed;
  }

  async function run(): Promise<void> {
    let tries = 0;
    while (!stopped.signal.aborted) {
      try {
        tries = await round(tries);
      } catch (error) {
        tell('the right to bind could not be had', 'warn', { error: error instanceof Error ? error.name : '' });
        await pause(timings.retry, stopped.signal);
      }
    }
  }
  const running = run();

  return {
    get session() {
      return bound?.session.isOpen ? bound.session : null;
    },
    get name() {
      return bound?.name ?? '';
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });
}
