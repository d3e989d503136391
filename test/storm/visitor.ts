import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type Answer, send } from './http.ts';

const PATIENCE_MS = 45_000;
const AGAIN_MS = 100;

const startedSchema = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const postedSchema = z.object({ id: z.string() });
const frameSchema = z.object({
  activities: z.array(
    z.object({
      type: z.string(),
      id: z.string().optional(),
      from: z.object({ role: z.string().optional() }),
      text: z.string().optional(),
      suggestedActions: z.object({ actions: z.array(z.object({ title: z.string() })) }).optional(),
      channelData: z.object({ shouwen: z.object({ name: z.string() }).optional() }).optional(),
    }),
  ),
  watermark: z.string().optional(),
});

/** A line of the conversation: `position` as its id tells it. */
export interface Line {
  readonly position: number;
  readonly id: string;
  readonly own: boolean;
  readonly name: string | null;
  readonly text: string;
  readonly choices: readonly string[];
}

/** What a customer knows at the end: what was acknowledged to them, and what their stream brought, in order. */
export interface History {
  readonly conversation: string;
  readonly token: string;
  readonly acknowledged: { readonly id: string; readonly text: string }[];
  readonly streamed: Line[];
  /** Milliseconds from the beginning of each POST to its reply on the stream. */
  readonly turnMs: number[];
  /** POSTs that were refused or had no answer and were sent again. */
  again: number;
}

/** A customer on bare HTTP and WebSocket, cheap enough to have hundreds. */
export class Visitor {
  readonly history: History;
  readonly #base: string;
  readonly #streamUrl: string;
  #socket: WebSocket | null = null;
  #watermark = '';
  #closed = false;
  #wake: () => void = () => {};

  private constructor(base: string, started: z.infer<typeof startedSchema>) {
    this.#base = base;
    this.#streamUrl = started.streamUrl;
    const { conversationId, token } = started;
    this.history = { conversation: conversationId, token, acknowledged: [], streamed: [], turnMs: [], again: 0 };
  }

  /** Comes to the page and waits for the first words. */
  static async arrive(base: string): Promise<Visitor> {
    const ticket = z
      .object({ token: z.string() })
      .parse((await insist('POST', `${base}/chat/token`, null, { locale: 'zh-Hans' })).body);
    const started = await insist('POST', `${base}/v3/directline/conversations`, ticket.token, {});
    const visitor = new Visitor(base, startedSchema.parse(started.body));
    visitor.#listen(visitor.#streamUrl);
    await visitor.#until(() => visitor.history.streamed.some((line) => !line.own));
    return visitor;
  }

  /** Says something and resolves with the bot's replies to it. */
  async say(text: string): Promise<readonly Line[]> {
    const began = performance.now();
    const url = `${this.#base}/v3/directline/conversations/${this.history.conversation}/activities`;
    const activity = { type: 'message', text, from: { id: 'x' }, channelData: { clientActivityID: randomUUID() } };
    const answer = await insist('POST', url, this.history.token, activity, () => {
      this.history.again += 1;
    });
    const { id } = postedSchema.parse(answer.body);
    this.history.acknowledged.push({ id, text });
    const position = positionOf(id);
    // A turn's replies come in one frame.
    await this.#until(() => (this.history.streamed.at(-1)?.position ?? -1) > position);
    this.history.turnMs.push(performance.now() - began);
    return this.history.streamed.filter((line) => !line.own && line.position > position);
  }

  /** The whole conversation as the server tells it now. */
  async log(): Promise<Line[]> {
    const url = `${this.#base}/v3/directline/conversations/${this.history.conversation}/activities`;
    return linesOf(frameSchema.parse((await insist('GET', url, this.history.token)).body));
  }

  close(): void {
    this.#closed = true;
    this.#socket?.terminate();
  }

  #listen(url: string): void {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on('message', (data) => {
      const text = String(data);
      if (text === '') return;
      const frame = frameSchema.parse(JSON.parse(text));
      if (frame.watermark !== undefined) this.#watermark = frame.watermark;
      this.history.streamed.push(...linesOf(frame));
      this.#wake();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (!this.#closed) void this.#comeBack();
    });
  }

  async #comeBack(): Promise<void> {
    await sleep(AGAIN_MS);
    if (this.#closed) return;
    const url = `${this.#base}/v3/directline/conversations/${this.history.conversation}?watermark=${this.#watermark}`;
    const answer = await insist('GET', url, this.history.token);
    if (!this.#closed) this.#listen(startedSchema.parse(answer.body).streamUrl);
  }

  async #until(holds: () => boolean): Promise<void> {
    const late = performance.now() + PATIENCE_MS;
    while (!holds()) {
      const left = late - performance.now();
      if (left <= 0) throw new Error(`no reply in ${this.history.conversation}`);
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([woken, sleep(Math.min(left, 1000), undefined, { ref: false })]);
    }
  }
}

/** Sends until it is answered with success. A refusal that is the sender's fault throws. */
async function insist(
  method: string,
  url: string,
  token: string | null,
  body?: unknown,
  again: () => void = () => {},
): Promise<Answer> {
  const late = performance.now() + PATIENCE_MS;
  while (performance.now() < late) {
    try {
      const answer = await send(method, url, token, body);
      if (answer.status < 300) return answer;
      if (answer.status < 500) throw new TypeError(`${method}: ${answer.status} ${JSON.stringify(answer.body)}`);
    } catch (error) {
      if (error instanceof TypeError) throw error;
    }
    again();
    await sleep(AGAIN_MS);
  }
  throw new Error(`${method} ${url}: no success`);
}

function linesOf(frame: z.infer<typeof frameSchema>): Line[] {
  return frame.activities.flatMap(({ type, id, from, text, channelData, suggestedActions }) => {
    if (type !== 'message' || id === undefined) return [];
    const choices = suggestedActions?.actions.map((action) => action.title) ?? [];
    const name = channelData?.shouwen?.name ?? null;
    return [{ position: positionOf(id), id, own: from.role !== 'bot', name, text: text ?? '', choices }];
  });
}

function positionOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('|') + 1));
}
