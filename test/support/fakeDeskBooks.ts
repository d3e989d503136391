import type { z } from 'zod';
import type {
  AlertView,
  AuditView,
  BoardView,
  CannedView,
  DeskSettingsView,
  StaffView,
} from '../../adapters/desk/schemas.ts';
import {
  agentsView,
  alertsView,
  alertView,
  auditView,
  boardView,
  cannedBody,
  cannedList,
  cannedView,
  deskCatalogue,
  deskSettingsBody,
  loginBody,
  newUser,
  newUserBody,
  noteBody,
  outageConfirmBody,
  passwordBody,
  queueView,
  signedIn,
  totpBody,
  totpView,
  transferBody,
  userChange,
} from '../../adapters/desk/schemas.ts';
import type { DeskStatisticsView, ImprovementView } from '../../adapters/desk/statistics/schemas.ts';
import {
  deskStatisticsView,
  improvementEntryBody,
  improvementsView,
  improvementView,
  openImprovementBody,
} from '../../adapters/desk/statistics/schemas.ts';
import { outageView } from '../../adapters/operator/schemas.ts';
import { noFigures } from './fakeDeskFigures.ts';
import { catalogue, emptyBoard, member } from './fakeDeskScene.ts';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** The first password every account gets here. */
export const GIVEN = 'k7mq-3xwd-p9ra-tn4e';
/** The code every authenticator shows here. */
export const CODE = '246810';

type Run = (found: string, body: unknown, query: URLSearchParams) => Answered;

/** Accounts, settings, canned replies, audit and board; what is answered fits the schemas, what is sent must. */
export class DeskBooks {
  readonly csrfToken = 'csrf-of-this-test';
  users: StaffView[] = [member('admin', '林主管', { role: 'admin' })];
  readonly passwords = new Map<string, string>();
  me: string | null = null;
  oidc = false;
  /** Sign-in is refused for a while. */
  locked = false;
  settings: DeskSettingsView = { open: null, notice: null, hours: null };
  replies: CannedView[] = [];
  audit: AuditView['entries'] = [];
  board: BoardView = emptyBoard();
  alerts: AlertView[] = [];
  figures: (from: string, to: string) => DeskStatisticsView = noFigures;
  improvements: ImprovementView[] = [];
  /** Spans of days that figures were asked for, as `from to`. */
  readonly spans: string[] = [];
  /** Code of the refusal that the next call of an operation gets, by `POST /users`. */
  readonly refuse = new Map<string, { status: number; code: string }>();

  operate(method: string, path: string, query: URLSearchParams, body: unknown): Answered {
    const refused = this.refuse.get(`${method} ${path}`);
    this.refuse.delete(`${method} ${path}`);
    if (refused) throw new Refusal(refused.status, refused.code);
    for (const [pattern, run] of this.#routes) {
      const [verb, shape] = pattern.split(' ');
      const found = verb === method ? new RegExp(`^${shape?.replace(':id', '(.+)')}$`).exec(path) : null;
      if (found) return run(found[1] ?? '', body, query);
    }
    throw new Refusal(404, 'NotFound');
  }

  user(id: string): StaffView {
    const found = this.users.find((each) => each.id === id);
    if (!found) throw new Refusal(404, 'NotFound');
    return found;
  }

  #put(user: StaffView): StaffView {
    this.users = [...this.users.filter(({ id }) => id !== user.id), user];
    return user;
  }

  #caller(): StaffView {
    if (this.me === null) throw new Refusal(401, 'Unauthorized');
    return this.user(this.me);
  }

  readonly #routes: readonly (readonly [string, Run])[] = [
    ['GET /login', () => ok({ oidc: this.oidc })],
    ['POST /login', (_found, body) => this.#signIn(parsed(loginBody, body))],
    ['POST /logout', () => this.#signOut()],
    ['GET /me', () => this.#session()],
    ['POST /me/password', (_found, body) => this.#password(parsed(passwordBody, body))],
    ['POST /me/totp', () => ok(totpView.parse({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Shouwen:admin' }))],
    ['PUT /me/totp', (_found, body) => this.#totp(parsed(totpBody, body).code, true)],
    ['DELETE /me/totp', (_found, body) => this.#totp(parsed(totpBody, body).code, false)],
    ['GET /catalogue', () => ok(deskCatalogue.parse(catalogue))],
    ['GET /queue', () => ok(queueView.parse({ waiting: this.board.waiting, mine: [], more: 0, after: 0 }))],
    ['GET /agents', () => ok(agentsView.parse({ agents: this.users }))],
    ['GET /board', () => ok(boardView.parse({ ...this.board, at: new Date().toISOString() }))],
    ['GET /statistics', (_found, _body, query) => this.#figures(query)],
    ['GET /statistics.csv', (_found, _body, query) => this.#figures(query)],
    ['GET /improvements', () => ok(improvementsView.parse({ improvements: this.improvements }))],
    ['POST /improvements', (_found, body) => this.#improve(parsed(openImprovementBody, body))],
    ['POST /improvements/:id/entries', (id, body) => this.#write(id, parsed(improvementEntryBody, body))],
    ['GET /alerts', () => ok(alertsView.parse({ alerts: this.alerts }))],
    ['POST /alerts/:id/acknowledge', (id) => this.#acknowledge(id)],
    ['POST /outages/:id/confirm', (id, body) => this.#decide(id, parsed(outageConfirmBody, body))],
    ['POST /outages/:id/dismiss', (id) => this.#decide(id, {})],
    ['POST /handoffs/:id/take', () => ok({})],
    ['POST /conversations/:id/whisper', (_found, body) => ok(parsed(noteBody, body))],
    ['POST /conversations/:id/transfer', (_found, body) => ok(parsed(transferBody, body))],
    ['GET /users', () => ok({ users: this.users })],
    ['POST /users', (_found, body) => this.#add(parsed(newUserBody, body))],
    ['POST /users/:id/password', (id) => ok(newUser.parse({ user: this.user(id), password: GIVEN }))],
    ['PATCH /users/:id', (id, body) => ok({ user: this.#put(changed(this.user(id), parsed(userChange, body))) })],
    ['GET /settings', () => ok(deskSettingsBody.parse(this.settings))],
    ['PUT /settings', (_found, body) => this.#settle(parsed(deskSettingsBody, body))],
    ['GET /canned', () => ok(cannedList.parse({ replies: this.replies }))],
    ['POST /canned', (_found, body) => this.#canned(`reply-${this.replies.length + 1}`, body)],
    ['PUT /canned/:id', (id, body) => this.#canned(id, body)],
    ['DELETE /canned/:id', (id) => this.#remove(id)],
    ['GET /audit', (_found, _body, query) => this.#page(query)],
  ];

  #figures(query: URLSearchParams): Answered {
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
    this.spans.push(`${from} ${to}`);
    return ok(deskStatisticsView.parse(this.figures(from, to)));
  }

  #improve({ id, kind, category, area, ...plan }: z.output<typeof openImprovementBody>): Answered {
    const openedAt = new Date().toISOString();
    const perDay = { before: 1, since: null };
    const begun = { id, kind, category, area, stage: 'plan', owner: null, due: null, entries: [], perDay } as const;
    this.improvements = [improvementView.parse({ ...begun, openedAt, closedAt: null }), ...this.improvements];
    const figures = this.figures;
    this.figures = (from, to) => withImprovement(figures(from, to), { id, kind, category, area });
    return this.#write(id, { ...plan, id, stage: 'plan' });
  }

  #write(id: string, { stage, text, owner, due }: z.output<typeof improvementEntryBody>): Answered {
    const found = this.improvements.find((each) => each.id === id);
    if (!found) throw new Refusal(404, 'NotFound');
    const [at, by] = [new Date().toISOString(), this.#caller()];
    const written = improvementView.parse({
      ...found,
      ...{ stage, due, owner: owner === null ? null : this.user(owner) },
      entries: [...found.entries, { stage, text, by, at }],
      closedAt: stage === 'done' ? at : null,
    });
    this.improvements = this.improvements.map((each) => (each === found ? written : each));
    return ok(written);
  }

  #acknowledge(id: string): Answered {
    const found = this.alerts.find((each) => each.id === id);
    if (!found) throw new Refusal(404, 'NotFound');
    const { id: by, name: byName } = this.#caller();
    const seen = { ...found, acknowledged: found.acknowledged ?? { by, byName, at: new Date().toISOString() } };
    const stays = seen.outage !== null ? [seen] : [];
    this.alerts = [...stays, ...this.alerts.filter((each) => each.id !== id)];
    return ok(alertView.parse(seen));
  }

  #decide(outage: string, { expectedRepair = null }: { expectedRepair?: string | null | undefined }): Answered {
    const found = this.alerts.find((each) => each.outage === outage);
    if (!found) throw new Refusal(404, 'NotFound');
    this.alerts = this.alerts.filter((each) => each !== found);
    const { area, service, at } = found;
    return ok(outageView.parse({ id: outage, area, service, since: at, expectedRepair, endedAt: null }));
  }

  #signOut(): Answered {
    this.me = null;
    return ok({});
  }

  #remove(id: string): Answered {
    this.replies = this.replies.filter((each) => each.id !== id);
    return ok({});
  }

  #session(): Answered {
    const user = this.#caller();
    const admins = this.users.some(({ role, disabled }) => role === 'admin' && !disabled);
    const administers = user.role === 'admin' || (user.role === 'supervisor' && !admins);
    return ok(signedIn.parse({ user, csrfToken: this.csrfToken, administers }));
  }

  #signIn({ login, password, code }: z.output<typeof loginBody>): Answered {
    if (this.locked) throw new Refusal(429, 'TooManyAttempts');
    const found = this.users.find((each) => each.login === login);
    if (!found || password !== (this.passwords.get(login) ?? GIVEN)) throw new Refusal(401, 'WrongPassword');
    if (found.totp && code === undefined) throw new Refusal(401, 'CodeNeeded');
    if (found.totp && code !== CODE) throw new Refusal(401, 'WrongCode');
    this.me = found.id;
    return this.#session();
  }

  #password({ current, next }: z.output<typeof passwordBody>): Answered {
    const caller = this.#caller();
    if (current !== (this.passwords.get(caller.login) ?? GIVEN)) throw new Refusal(403, 'WrongPassword');
    this.passwords.set(caller.login, next);
    this.#put({ ...caller, mustChange: false });
    return this.#session();
  }

  #totp(code: string, totp: boolean): Answered {
    if (code !== CODE) throw new Refusal(403, 'WrongCode');
    this.#put({ ...this.#caller(), totp });
    return ok({});
  }

  #add(body: z.output<typeof newUserBody>): Answered {
    if (this.users.some(({ login }) => login === body.login)) throw new Refusal(409, 'LoginTaken');
    const user = this.#put(member(body.login, body.name, { ...body, mustChange: true }));
    return { status: 201, body: newUser.parse({ user, password: GIVEN }) };
  }

  #settle(settings: DeskSettingsView): Answered {
    this.settings = settings;
    return ok(settings);
  }

  #canned(id: string, body: unknown): Answered {
    const reply = cannedView.parse({ id, ...parsed(cannedBody, body) });
    this.replies = [...this.replies.filter((each) => each.id !== id), reply];
    return ok(reply);
  }

  #page(query: URLSearchParams): Answered {
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
    const newest = this.audit.filter(({ seq }) => seq < before).toSorted((a, b) => b.seq - a.seq);
    return ok(auditView.parse({ entries: newest.slice(0, Number(query.get('limit') ?? 50)) }));
  }
}

function ok(body: unknown): Answered {
  return { status: 200, body };
}

function parsed<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const read = schema.safeParse(body);
  if (!read.success) throw new Refusal(400, 'BadArgument');
  return read.data;
}

/** Only what was given. */
function changed(user: StaffView, change: z.output<typeof userChange>): StaffView {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...user, ...Object.fromEntries(given) };
}

type Begun = Pick<ImprovementView, 'id' | 'kind' | 'category' | 'area'>;

/** The problem that an improvement has begun for says so. */
function withImprovement(figures: DeskStatisticsView, { id, kind, category, area }: Begun): DeskStatisticsView {
  const isIt = (one: Begun | DeskStatisticsView['problems'][number]): boolean =>
    one.kind === kind && one.category === category && one.area === area;
  return { ...figures, problems: figures.problems.map((one) => (isIt(one) ? { ...one, improvement: id } : one)) };
}
