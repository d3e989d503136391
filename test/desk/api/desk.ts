import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { SqliteConversations } from '../../../adapters/conversations/sqlite/sqliteConversations.ts';
import type { DeskOperation } from '../../../adapters/desk/auth/deskOperation.ts';
import { createGuard } from '../../../adapters/desk/auth/guard.ts';
import { openSession } from '../../../adapters/desk/auth/sessions.ts';
import type { DeskDeps } from '../../../adapters/desk/deps.ts';
import { registerDesk } from '../../../adapters/desk/register.ts';
import { createUploads, type Uploads } from '../../../adapters/uploads/store.ts';
import type { BotActivity } from '../../../bot/activity.ts';
import type { Inbound } from '../../../bot/conversations.ts';
import { messageSchema } from '../../../bot/desk/agent.ts';
import type { Signal } from '../../../bot/desk.ts';
import type { Handoff, NewHandoff } from '../../../domain/desk/handoff.ts';
import type { Role, StaffMember } from '../../../domain/desk/staff.ts';
import type { ConversationId, CustomerId, MessageId } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { type Answered, call } from '../../channels/directline/line.ts';
import { aKey, fresh, manual, openAt, testSealer } from '../../contracts/ledgerFixtures.ts';
import { type Running, run } from '../../http/call.ts';

export const ZONE = 'Asia/Shanghai';
/** A Monday, 10:00 in the operator's zone. */
export const MORNING = Date.parse('2026-11-23T10:00:00+08:00');
/** Nothing of these may stand in a masked view. */
export const CANARY = {
  name: '欧阳锋雪',
  phone: '+8613912345678',
  digits: '13912345678',
  address: '锦绣花园9栋1203室',
};

/** Somebody of the staff, signed in. */
export interface Person {
  readonly staff: StaffMember;
  get(path: string): Promise<Answered>;
  post(path: string, json?: unknown): Promise<Answered>;
  upload(
    conversation: string,
    ...files: readonly [name: string, content: string | Buffer, type?: string][]
  ): Promise<Answered>;
}

/** A customer in the queue. */
export interface Waiting {
  readonly handoff: Handoff;
  readonly conversation: ConversationId;
  readonly customer: CustomerId;
}

/** The desk on a real server, ledger and conversations. */
export interface Desk {
  readonly ledger: Ledger;
  readonly conversations: SqliteConversations;
  readonly uploads: Uploads;
  readonly running: Running;
  readonly operations: readonly DeskOperation[];
  readonly signals: Signal[];
  /** Hand-offs whose news was brought at once. */
  readonly changed: Handoff[];
  now: number;
  /** Called in place of the inbox, when given. */
  intake: DeskDeps['intake'] | null;
  person(role: Role, name: string, skills?: readonly string[]): Promise<Person>;
  waiting(more?: Partial<NewHandoff>): Promise<Waiting>;
  /** The customer or the bot says something. */
  says(conversation: ConversationId, ...activities: BotActivity[]): Promise<void>;
  /** What waits in the inbox. */
  inbox(conversation: ConversationId): Promise<readonly Inbound[]>;
  /** Works the inbox as the bot does with what agents write. */
  work(conversation: ConversationId): Promise<void>;
  audit(what: string): Promise<readonly { by: string; subject: string | null; detail: string | null }[]>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  const ledger = await openAt({ file: ':memory:' });
  const now = () => desk.now;
  const conversations = new SqliteConversations({ file: join(folder, 'conversations.db'), sealer: testSealer, now });
  const uploads = createUploads({ folder: join(folder, 'uploads'), secret: 'a secret', sealer: testSealer, now });
  const guard = createGuard({ ledger, publicUrl: null, now });
  const signals: Signal[] = [];
  const changed: Handoff[] = [];
  let operations: readonly DeskOperation[] = [];
  const running = await run((server) => {
    const quiet = { info() {}, warn() {}, error() {} };
    operations = registerDesk(server, {
      ...{ guard, ledger, conversations, uploads, manual, now, oidc: false, log: quiet, zone: ZONE },
      intake: (...given) => (desk.intake ?? conversations.accept.bind(conversations))(...given),
      changed: async (handoff) => void changed.push(handoff),
      signals: { send: (signal) => void signals.push(signal) },
      channels: null,
      viewers: () => [{ id: 'somebody', name: '旁观者' }],
    });
  });

  const desk: Desk = {
    ...{ ledger, conversations, uploads, running, operations, signals, changed },
    now: MORNING,
    intake: null,
    async person(role, name, skills = []) {
      const draft = { login: fresh('login'), name, role, skills, languages: ['zh-Hans'], limit: 4 } as const;
      const staff = await ledger.staff.add(draft, null, false, desk.now);
      if (staff === 'taken') throw new Error('a login twice');
      await ledger.staff.setStatus(staff.id, 'available', desk.now);
      await ledger.staff.seen(staff.id, desk.now);
      const { session, value } = await openSession(ledger.staff, staff.id, desk.now);
      const headers = { cookie: `shouwen_desk=${value}`, 'x-csrf-token': session.csrfToken };
      const url = (path: string) => `${running.base}/desk/api${path}`;
      return {
        staff,
        get: (path) => call(path.startsWith('/desk/') ? running.base + path : url(path), 'GET', { headers }),
        post: (path, json) => call(url(path), 'POST', json === undefined ? { headers } : { headers, json }),
        upload(conversation, ...files) {
          const body = new FormData();
          for (const [file, content, type] of files) {
            body.append('file', new Blob([content], { type: type ?? 'application/octet-stream' }), file);
          }
          return call(url(`/conversations/${conversation}/files`), 'POST', { headers, body });
        },
      };
    },
    async waiting(more = {}) {
      const conversation = more.conversation ?? (fresh('conversation') as ConversationId);
      const source = { channel: 'web', account: '', sourceId: conversation };
      const customer = more.customer ?? (await ledger.customers.ofSource(source, desk.now));
      await ledger.customers.saveContact(customer, { name: CANARY.name, phone: CANARY.phone }, aKey(), desk.now);
      await desk.says(conversation, theySay(`我叫${CANARY.name}，电话${CANARY.digits}，我要投诉`));
      const draft: NewHandoff = {
        ...{ conversation, customer, channel: 'web', language: 'zh-Hans', reason: 'asked', severity: null },
        team: 'customer-care',
        briefing: {
          words: `请打${CANARY.digits}`,
          ...{ intent: 'complaint.file', confidence: 0.9, mood: 'upset', form: 'complaint' },
          answers: {
            story: `多扣三十块，打${CANARY.digits}`,
            service: 'broadband',
            address: `深圳市南山区${CANARY.address}`,
            contact: { phone: CANARY.phone, name: CANARY.name },
          },
        },
        ...more,
      };
      return { handoff: await ledger.handoffs.request(draft, aKey(), desk.now), conversation, customer };
    },
    async says(conversation, ...activities) {
      for (const activity of activities) {
        const id = fresh('message') as Inbound['id'];
        const inbound = { id, at: desk.now, activity: { type: 'message' as const, text: activity.text ?? '' } };
        const theirs = activity.from.role === 'user';
        await conversations.accept(conversation, inbound, theirs ? activity : null);
        const begun = await conversations.begin(conversation, 1000);
        if (begun.kind !== 'work') throw new Error('nothing to work');
        for (const { id: message } of begun.messages) {
          const replies = theirs || message !== id ? [] : [activity];
          await conversations.commit(begun.lease, { message, state: null, replies }, 0);
        }
      }
    },
    async inbox(conversation) {
      const begun = await conversations.begin(conversation, 1000);
      if (begun.kind !== 'work') return [];
      await conversations.release(begun.lease);
      return begun.messages;
    },
    async work(conversation) {
      const begun = await conversations.begin(conversation, 1000);
      if (begun.kind !== 'work') return;
      for (const { id: message, activity, at } of begun.messages) {
        const replies = activity.name === 'handoff.message' ? await delivered(ledger, message, activity.value, at) : [];
        await conversations.commit(begun.lease, { message, state: null, replies }, 0);
      }
    },
    async audit(what) {
      return (await ledger.audit.list(200)).filter((entry) => entry.what === what);
    },
    async close() {
      await running.server.close(500);
      await conversations.close();
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

export function theySay(text: string, more: Partial<BotActivity> = {}): BotActivity {
  return { type: 'message', from: { id: 'dl_1', role: 'user' }, text, ...more };
}

export function botSays(text: string, name: string): BotActivity {
  return { type: 'message', from: { id: 'shouwen', role: 'bot' }, text, channelData: { shouwen: { name } } };
}

/** As the bot delivers what an agent wrote: the ledger is told then, and once. */
async function delivered({ handoffs }: Ledger, id: MessageId, value: unknown, at: number): Promise<BotActivity[]> {
  const news = messageSchema.parse(value);
  const { agent, text, files } = news;
  const said = { id, once: `${agent.id}/${news.id}`, by: agent.id, text, files: files.length };
  return (await handoffs.said(news.handoff, said, at)) === 'said' ? [agentSays(news)] : [];
}

/** As the bot renders it. */
function agentSays(said: z.infer<typeof messageSchema>): BotActivity {
  return {
    type: 'message',
    from: { id: 'shouwen', role: 'bot' },
    text: said.text,
    attachments: said.files,
    channelData: { shouwen: { name: 'agentMessage', agent: said.agent, clientId: said.id } },
  };
}

/** Fails when a view shows who the customer is. */
export function showsNobody(text: string): boolean {
  const secrets = [CANARY.name, CANARY.digits, CANARY.phone, CANARY.address.slice(0, 4)];
  return secrets.every((secret) => !text.includes(secret));
}
