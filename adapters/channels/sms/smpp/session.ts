import smpp, { type Session as Connection, type PDU } from 'smpp';
import { OK, TRY_AGAIN, UNKNOWN_COMMAND } from './status.ts';
import type { Timings } from './timings.ts';

/** `unsent`: nothing went out. `lost`: it went out and nobody answered, so it may have been done. */
export type Asked = { readonly kind: 'answered'; readonly answer: PDU } | { readonly kind: 'unsent' | 'lost' };

/** A connection to an SMSC. */
export interface Session {
  ask(command: string, fields?: object): Promise<Asked>;
  readonly isOpen: boolean;
  readonly closed: Promise<void>;
  /** Says goodbye, and closes whatever the SMSC thinks of it. */
  end(): Promise<void>;
}
export interface SessionOptions {
  readonly to: { readonly host: string; readonly port: number; readonly tls: boolean };
  readonly timings: Timings;
  /** A message or a receipt; taken when it resolves, and to be sent again when it rejects. */
  readonly deliver: (pdu: PDU) => Promise<void>;
}

/** Connects; null when nobody is there. */
export async function openSession({ to, timings, deliver }: SessionOptions): Promise<Session | null> {
  const connection = smpp.connect(to);
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<void>();
  const asking = new Set<(asked: Asked) => void>();
  let open = true;
  const close = () => {
    open = false;
    for (const settle of [...asking]) settle({ kind: 'lost' });
    onClosed();
  };
  connection.on('close', close);
  connection.on('error', () => {
    // bytes that are no PDU leave no way to find the next one
    connection.destroy();
    close();
  });

  const session: Session = {
    ask(command, fields = {}) {
      const { promise, resolve } = Promise.withResolvers<Asked>();
      const settle = (asked: Asked) => {
        clearTimeout(late);
        asking.delete(settle);
        resolve(asked);
      };
      const late = setTimeout(() => settle({ kind: 'lost' }), timings.answer);
      asking.add(settle);
      const pdu = new smpp.PDU(command, fields);
      if (!open || !connection.send(pdu, (answer) => settle({ kind: 'answered', answer }))) settle({ kind: 'unsent' });
      return promise;
    },
    get isOpen() {
      return open;
    },
    closed,
    async end() {
      if (open) await session.ask('unbind');
      connection.destroy();
      close();
    },
  };

  if (!(await connected(connection, to.tls, closed, timings.answer))) {
    connection.destroy();
    close();
    return null;
  }
  connection.on('pdu', (pdu: PDU) => void answer(connection, pdu, deliver));
  void watch(session, connection, timings.enquire);
  return session;
}

async function connected(connection: Connection, tls: boolean, closed: Promise<void>, mostMs: number) {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), mostMs);
  const ready = new Promise<true>((done) => connection.once(tls ? 'secureConnect' : 'connect', () => done(true)));
  const is = await Promise.race([ready, closed.then(() => false), late]);
  clearTimeout(timer);
  return is;
}

/** Every request of the SMSC is answered. */
async function answer(connection: Connection, pdu: PDU, deliver: SessionOptions['deliver']): Promise<void> {
  if (pdu.isResponse() || pdu.command === 'generic_nack') return;
  switch (pdu.command) {
    case 'deliver_sm': {
      const command_status = await deliver(pdu).then(
        () => OK,
        () => TRY_AGAIN,
      );
      connection.send(pdu.response({ command_status }));
      return;
    }
    case 'enquire_link':
      connection.send(pdu.response());
      return;
    case 'unbind':
      connection.send(pdu.response());
      connection.close();
      return;
    case 'alert_notification':
      return;
    default:
      // a kind that we did not ask for, or that SMPP does not have (3.3)
      connection.send(new smpp.PDU('generic_nack', { ...sequence(pdu), command_status: UNKNOWN_COMMAND }));
  }
}

function sequence({ sequence_number }: PDU) {
  return { sequence_number };
}

/** Asks now and then whether the SMSC is still there; a line that went dead is not told otherwise. */
async function watch(session: Session, connection: Connection, everyMs: number): Promise<void> {
  for (;;) {
    const over = await Promise.race([session.closed.then(() => true), pause(everyMs)]);
    if (over) return;
    const asked = await session.ask('enquire_link');
    if (asked.kind !== 'answered') {
      connection.destroy();
      return;
    }
  }
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms).unref());
}
