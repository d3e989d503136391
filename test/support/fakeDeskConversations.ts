import type { z } from 'zod';
import type { EntryView, HandoffView, ServerFrame, StaffView } from '../../adapters/desk/schemas.ts';
import * as schemas from '../../adapters/desk/schemas.ts';
import { Refusal } from './fakeDeskBooks.ts';
import { type Conversation, customerView, emptyConversation } from './fakeDeskConversation.ts';
import { mayBecome, recordedIn } from './fakeDeskIncident.ts';
import { catalogue, member } from './fakeDeskScene.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;
type Run = (id: string, body: unknown, query: URLSearchParams) => unknown;

const now = (): string => new Date().toISOString();

/** The queue and the conversations of one agent, as `/desk/api` tells of them; events in order from 1. */
export class DeskConversations {
  readonly csrfToken = 'csrf-of-this-test';
  me: StaffView = member('me', '陈一凡', { id: 'me' });
  agents: StaffView[] = [];
  catalogue = catalogue;
  canned: z.infer<typeof schemas.cannedView>[] = [];
  alerts: schemas.AlertView[] = [];
  slots: z.infer<typeof schemas.slotsView>['slots'] = [];
  readonly conversations = new Map<string, Conversation>();
  readonly events: EventFrame[] = [];
  readonly files = new Map<string, { readonly contentType: string; readonly bytes: Buffer }>();
  /** Waiting customers behind those that are listed. */
  more = 0;
  /** Messages are taken, but do not come to the customer until `deliver`. */
  holdDelivery = false;
  readonly #late: (() => void)[] = [];
  onEvent: (event: EventFrame) => void = () => {};
  onEntries: (conversation: string) => void = () => {};

  find(conversation: string): Conversation {
    const found = this.conversations.get(conversation);
    if (found === undefined) throw new Refusal(404, 'NotFound');
    return found;
  }

  /** Adds a customer; the row says whether they wait, are offered or are somebody's. */
  add(row: HandoffView, about: Partial<Conversation> = {}): Conversation {
    const made = { ...emptyConversation(row), ...about };
    this.conversations.set(row.conversation, made);
    return made;
  }

  /** Says something in a conversation, as the log and, of customers and agents, as an event. */
  say(conversation: string, entry: Partial<EntryView>): EntryView {
    const found = this.find(conversation);
    const plain = { name: null, agent: null, message: null, clientId: null, card: null, choices: [], attachments: [] };
    const whole: EntryView = schemas.entryView.parse({
      ...{ position: found.next, at: now(), from: 'customer', text: '', language: found.row.language },
      ...plain,
      ...entry,
    });
    found.entries.push(whole);
    // as in the real log, not every position is a line of the transcript
    found.next = whole.position + (whole.from === 'bot' ? 2 : 1);
    if (whole.from !== 'bot') {
      const waits = whole.from === 'customer' ? (found.row.unansweredSince ?? whole.at) : null;
      found.row = { ...found.row, unansweredSince: waits, preview: whole.text.slice(0, 120) };
      const data = { id: `m${whole.position}`, text: whole.text, files: whole.attachments.length };
      this.happen('message', conversation, whole.agent ?? 'customer', data);
    }
    this.onEntries(conversation);
    return whole;
  }

  owner(conversation: string, owner: HandoffView['owner'], by = 'clock'): void {
    const found = this.find(conversation);
    const position = owner.kind === 'queue' || owner.kind === 'offered' ? 1 : null;
    found.row = { ...found.row, owner, position, epoch: found.row.epoch + 1 };
    this.happen('handoff', conversation, by, { epoch: found.row.epoch, command: 'change', owner });
  }

  offer(conversation: string, seconds = 20): void {
    const until = new Date(Date.now() + seconds * 1000).toISOString();
    this.owner(conversation, { kind: 'offered', agent: this.me.id, until });
  }

  note(conversation: string, by: StaffView, kind: 'note' | 'whisper' | 'transfer', text: string, id = `n${now()}`) {
    const found = this.find(conversation);
    if (found.notes.some((note) => note.id === id)) return;
    found.notes.push({ id, at: now(), by: by.id, byName: by.name, kind, text });
    this.happen('note', conversation, by.id, { id });
  }

  deliver(): void {
    for (const act of this.#late.splice(0)) act();
  }

  happen(kind: EventFrame['kind'], conversation: string | null, by: string, data: Record<string, unknown>): void {
    const handoff = conversation === null ? null : this.find(conversation).row.handoff;
    const event = {
      type: 'event',
      seq: this.events.length + 1,
      at: now(),
      kind,
      conversation,
      handoff,
      by,
      data,
    } as const;
    this.events.push(event);
    this.onEvent(event);
  }

  operate(method: string, path: string, query: URLSearchParams, body: unknown): unknown {
    for (const [pattern, run] of this.#routes) {
      const [verb, shape = ''] = pattern.split(' ');
      const match = verb === method ? new RegExp(`^${shape.replace(':id', '([^/]+)')}$`).exec(path) : null;
      if (match) return run(match[1] ?? '', body, query);
    }
    throw new Refusal(404, 'NotFound');
  }

  readonly #routes: readonly (readonly [string, Run])[] = [
    ['GET /me', () => schemas.signedIn.parse({ user: this.me, csrfToken: this.csrfToken, administers: false })],
    ['PUT /me/status', (_id, body) => this.#status(given(schemas.statusBody, body).status)],
    ['GET /catalogue', () => schemas.deskCatalogue.parse(this.catalogue)],
    ['GET /alerts', () => schemas.alertsView.parse({ alerts: this.alerts })],
    ['GET /canned', () => schemas.cannedList.parse({ replies: this.canned })],
    ['GET /agents', () => schemas.agentsView.parse({ agents: [this.me, ...this.agents] })],
    ['GET /slots', (_id, _body, query) => this.#slots(query)],
    ['GET /queue', () => this.#queue()],
    ['GET /conversations', (_id, _body, query) => this.#closed(query)],
    ['POST /handoffs/:id/accept', (id) => this.#accept(id)],
    ['POST /handoffs/:id/decline', (id) => this.#decline(id)],
    ['GET /conversations/:id', (id, _body, query) => this.#view(id, query)],
    ['POST /conversations/:id/read', () => ({})],
    ['POST /conversations/:id/files', (id, body) => this.#upload(id, String(body))],
    ['POST /conversations/:id/messages', (id, body) => this.#message(id, given(schemas.messageBody, body))],
    ['POST /conversations/:id/notes', (id, body) => this.#note(id, given(schemas.noteBody, body))],
    ['POST /conversations/:id/reveal', (id, body) => this.#reveal(id, given(schemas.revealBody, body))],
    ['POST /conversations/:id/transfer', (id, body) => this.#transfer(id, given(schemas.transferBody, body))],
    ['POST /conversations/:id/return', (id, body) => this.#return(id, given(schemas.returnBody, body))],
    ['POST /conversations/:id/cases', (id, body) => this.#case(id, given(schemas.newCaseBody, body))],
    ['POST /conversations/:id/bookings', (id, body) => this.#booking(id, given(schemas.newBookingBody, body))],
    ['POST /cases/:id/stage', (id, body) => this.#stage(id, given(schemas.caseStageBody, body))],
    ['POST /cases/:id/pause', (id, body) => this.#pause(id, given(schemas.casePauseBody, body).question)],
    ['POST /cases/:id/incident', (id, body) => this.#incident(id, given(schemas.caseIncidentBody, body))],
    ['POST /cases/:id/resume', (id, body) => this.#resume(id, given(schemas.caseResumeBody, body))],
    ['POST /cases/:id/rights', (_id, body) => rightsDone(given(schemas.rightsBody, body))],
    ['POST /cases/:id/category', (id, body) => this.#stage(id, given(schemas.caseCategoryBody, body))],
  ];

  #rows(): HandoffView[] {
    return [...this.conversations.values()].map(({ row }) => row);
  }

  #status(status: StaffView['status']): unknown {
    this.me = { ...this.me, status };
    return {};
  }

  #slots(query: URLSearchParams): unknown {
    given(schemas.slotQuery, Object.fromEntries(query));
    return schemas.slotsView.parse({ slots: this.slots });
  }

  #queue(): unknown {
    const waiting = this.#rows().filter(({ owner }) => owner.kind === 'queue' || owner.kind === 'offered');
    const mine = this.#rows().filter(({ owner }) => owner.kind === 'agent' && owner.agent === this.me.id);
    return schemas.queueView.parse({ waiting, mine, more: this.more, after: this.events.length });
  }

  #closed(query: URLSearchParams): unknown {
    given(schemas.handoffsQuery, Object.fromEntries(query));
    return schemas.closedView.parse({ handoffs: this.#rows().filter(({ owner }) => owner.kind === 'ended') });
  }

  #byHandoff(handoff: string): Conversation {
    const found = [...this.conversations.values()].find(({ row }) => row.handoff === handoff);
    if (found === undefined) throw new Refusal(404, 'NotFound');
    return found;
  }

  #accept(handoff: string): unknown {
    const { row } = this.#byHandoff(handoff);
    if (row.owner.kind === 'agent') throw new Refusal(409, 'Taken');
    this.owner(row.conversation, { kind: 'agent', agent: this.me.id, since: now(), firstReplyAt: null }, this.me.id);
    return schemas.taken.parse({ handoff: this.#byHandoff(handoff).row });
  }

  #decline(handoff: string): unknown {
    const { row } = this.#byHandoff(handoff);
    this.owner(row.conversation, { kind: 'queue' }, this.me.id);
    return schemas.taken.parse({ handoff: this.#byHandoff(handoff).row });
  }

  #view(id: string, query: URLSearchParams): unknown {
    const { from = 0 } = given(schemas.entriesQuery, Object.fromEntries(query));
    return schemas.conversationView.parse(customerView(this.find(id), this.me.id, from));
  }

  #held(id: string): Conversation {
    const found = this.find(id);
    const { owner } = found.row;
    if (owner.kind !== 'agent' || owner.agent !== this.me.id) throw new Refusal(409, 'NotYours');
    return found;
  }

  #upload(id: string, form: string): unknown {
    this.#held(id);
    const name = Buffer.from(/filename="([^"]*)"/.exec(form)?.[1] ?? '', 'latin1').toString();
    const contentType = /Content-Type: (\S+)/i.exec(form)?.[1] ?? '';
    const bytes = Buffer.from(form.split('\r\n\r\n')[1]?.split('\r\n--')[0] ?? '', 'latin1');
    const url = `/desk/api/files/f${this.files.size}`;
    this.files.set(url.slice('/desk/api'.length), { contentType, bytes });
    return schemas.filesTaken.parse({ files: [{ id: `f${this.files.size - 1}`, contentType, name, url }] });
  }

  #message(id: string, body: z.output<typeof schemas.messageBody>): unknown {
    const found = this.#held(id);
    const arrive = () => {
      if (found.entries.some(({ clientId }) => clientId === body.id)) return;
      const attachments = (body.files ?? []).map((file) => {
        const contentType = this.files.get(`/files/${file}`)?.contentType ?? '';
        return { contentType, url: `/desk/api/files/${file}`, name: file };
      });
      const by = { from: 'agent', name: this.me.name, agent: this.me.id, clientId: body.id } as const;
      this.say(id, { ...by, text: body.text, attachments });
    };
    if (this.holdDelivery) this.#late.push(arrive);
    else arrive();
    return schemas.messageTaken.parse({ id: body.id });
  }

  #note(id: string, body: z.output<typeof schemas.noteBody>): unknown {
    this.note(id, this.me, 'note', body.text, body.id);
    return {};
  }

  #reveal(id: string, { field }: z.output<typeof schemas.revealBody>): unknown {
    return schemas.revealed.parse({ value: { [field]: this.#held(id).secret[field] ?? null } });
  }

  #transfer(id: string, body: z.output<typeof schemas.transferBody>): unknown {
    this.#held(id);
    if (body.note !== undefined) this.note(id, this.me, 'transfer', body.note);
    this.owner(id, { kind: 'queue' }, this.me.id);
    return {};
  }

  #return(id: string, body: z.output<typeof schemas.returnBody>): unknown {
    this.#held(id);
    this.owner(
      id,
      { kind: 'ended', how: 'returned', by: this.me.id, at: now(), result: body.result ?? null },
      this.me.id,
    );
    return {};
  }

  #case(id: string, body: z.output<typeof schemas.newCaseBody>): unknown {
    const found = this.#held(id);
    const number = 'TS20261122-7KQ4M-X';
    const { kind, category = null, severity = null, level = null } = body;
    const filed = { ...{ number, kind, category, severity, level }, stage: 'registered', owner: 'billing' } as const;
    const rest = { customer: null, openedAt: now(), answers: {}, clocks: [], history: [], links: [] };
    found.cases.push({ ...filed, ...rest, waiting: null, resolvedBy: null, confirmedBy: null, incident: null });
    this.happen('case', id, this.me.id, { number });
    return { number };
  }

  #booking(id: string, body: z.output<typeof schemas.newBookingBody>): unknown {
    const found = this.#held(id);
    const slot = this.slots.find((each) => each.id === body.slot);
    if (slot === undefined || slot.left <= 0) throw new Refusal(409, 'SlotTaken');
    const { kind, service, place } = body;
    const number = 'YY20261124-3HT8P-2';
    const contact = { name: null, phone: null, address: body.address ?? null };
    const times = { start: slot.start, end: slot.end, bookedAt: now() };
    found.bookings.push({
      number,
      kind,
      service,
      place,
      ...times,
      state: 'booked',
      contact,
      case: null,
      settledBy: null,
    });
    this.happen('case', id, this.me.id, { number });
    return { number };
  }

  /** Clocks that run wait. */
  #pause(number: string, question: string): unknown {
    const waiting = { since: now(), by: this.me.id, question };
    return this.#change(number, ({ clocks, history, ...rest }) => ({
      ...{ ...rest, waiting },
      clocks: clocks.map((clock) => (clock.state === 'met' ? clock : { ...clock, state: 'paused' as const })),
      history: [...history, { at: now(), by: this.me.id, what: 'paused' as const, detail: null, note: question }],
    }));
  }

  #resume(number: string, _body: object): unknown {
    return this.#change(number, ({ clocks, ...rest }) => ({
      ...{ ...rest, waiting: null },
      clocks: clocks.map((clock) => (clock.state === 'paused' ? { ...clock, state: 'running' as const } : clock)),
    }));
  }

  #incident(number: string, body: z.output<typeof schemas.caseIncidentBody>): unknown {
    return this.#change(number, (found) => recordedIn(found, this.me.id, body));
  }

  #stage(number: string, body: object): unknown {
    return this.#change(number, (found) => mayBecome({ ...found, ...changed(body) }));
  }

  #change(number: string, change: (found: Conversation['cases'][number]) => Conversation['cases'][number]): unknown {
    const found = [...this.conversations.values()].find(({ cases }) => cases.some((each) => each.number === number));
    if (found === undefined) throw new Refusal(404, 'NotFound');
    found.cases = found.cases.map((each) => (each.number === number ? change(each) : each));
    this.happen('case', found.row.conversation, this.me.id, { number });
    return {};
  }
}

/** Of a change what a case has, too. */
function changed(body: object): object {
  const { id: _id, note: _note, ...rest } = { id: '', note: '', ...body };
  return rest;
}

function given<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const read = schema.safeParse(body);
  if (!read.success) throw new Refusal(400, `BadArgument ${read.error.message}`);
  return read.data;
}

/** As carried out for a customer with one open case. */
function rightsDone(body: z.infer<typeof schemas.rightsBody>): unknown {
  const number = 'TS20261119-4MX2P-7';
  const file = { name: 'personal-data.json', contentType: 'application/json', content: '{"name":"赵建国"}' };
  return schemas.rightsDone.parse({
    changed: body.do === 'correct' ? [number] : [],
    staying: body.do === 'delete' ? [{ number, until: null }] : null,
    file: body.do === 'export' ? file : null,
  });
}
