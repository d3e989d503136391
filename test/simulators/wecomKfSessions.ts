export interface KfSend {
  readonly msgid: string;
  readonly msgtype: string;
  readonly text?: { readonly content: string } | undefined;
  readonly image?: { readonly media_id: string } | undefined;
  readonly file?: { readonly media_id: string } | undefined;
  readonly msgmenu?:
    | {
        readonly head_content?: string | undefined;
        readonly list: readonly { readonly click: { readonly id: string; readonly content: string } }[];
        readonly tail_content?: string | undefined;
      }
    | undefined;
}

const QUOTA = 5;
const WINDOW_MS = 48 * 3_600_000;
const WELCOME_MS = 20_000;
/** What may become of a session by the API. */
const MOVES: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 3], 1: [2, 3], 2: [3], 3: [3, 4], 4: [] };

interface Session {
  state: number;
  left: number;
  until: number;
  wrote: boolean;
}

/** Who has a customer, and what may be written to them. Customers are `open_kfid/external_userid`. */
export function sessionsOf(now: () => number) {
  const sessions = new Map<string, Session>();
  const codes = new Map<string, { readonly to: string; readonly until: number }>();
  const of = (to: string): Session => {
    const session = sessions.get(to) ?? { state: 4, left: 0, until: 0, wrote: false };
    sessions.set(to, session);
    return session;
  };
  return {
    stateOf: (to: string): number => of(to).state,
    setState(to: string, state: number): void {
      of(to).state = state;
    },
    /** The customer writes. */
    wrote(to: string): void {
      const session = of(to);
      if (session.state === 4) session.state = 0;
      Object.assign(session, { left: QUOTA, until: now() + WINDOW_MS, wrote: true });
    },
    /** A code to greet with, when the customer never wrote. */
    enters(to: string, code: string): string | null {
      if (of(to).wrote) return null;
      codes.set(code, { to, until: now() + WELCOME_MS });
      return code;
    },
    /** Uses a code; null when it is not good. */
    welcomed(code: string): string | null {
      const known = codes.get(code);
      codes.delete(code);
      return known && known.until > now() ? known.to : null;
    },
    move(to: string, state: number): boolean {
      const may = MOVES[of(to).state]?.includes(state) === true;
      if (may) of(to).state = state;
      return may;
    },
    /** One message to the customer: 0, or the code it is refused with. */
    spend(to: string): number {
      const session = of(to);
      if (session.state > 1) return 95018;
      if (session.until <= now() || session.left === 0) return 95001;
      session.left -= 1;
      return 0;
    },
  };
}
