import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { freePort } from '../support/ports.ts';

const PROGRAM = fileURLToPath(new URL('../../node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url));
const configSchema = z.object({
  config: z.object({ currentUser: z.object({ id: z.string() }), personalChat: z.object({ id: z.string() }) }),
});
const frameSchema = z.object({
  action: z.string(),
  message: z
    .object({
      text: z.string().default(''),
      suggestedActions: z.object({ actions: z.array(z.object({ title: z.string() })) }).optional(),
    })
    .optional(),
});

/** What the playground's page shows of a reply. */
export interface Shown {
  readonly text: string;
  readonly choices: readonly string[];
}

/** Microsoft's own test client, driven as its page drives it. */
export interface Playground {
  readonly shown: Shown[];
  say(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Null when the package is not installed. */
export async function openPlayground(endpoint: string): Promise<Playground | null> {
  if (!existsSync(PROGRAM)) return null;
  const port = await freePort();
  const flags = ['start', '-e', endpoint, '-p', String(port), '-c', 'emulator', '--dt'];
  // It keeps no browser away by itself: in a folder of its own and without a display it opens none.
  const child = spawn(process.execPath, [PROGRAM, ...flags], { stdio: 'ignore', cwd: tmpdir() });
  const base = `http://127.0.0.1:${port}`;
  const close = async () => {
    socket?.terminate();
    const gone = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGKILL')) await gone;
  };
  let socket: WebSocket | null = null;
  try {
    await answering(`${base}/_debug/ping`);
    const { config } = configSchema.parse(await (await fetch(`${base}/_internal/v1/config`)).json());
    const shown: Shown[] = [];
    socket = new WebSocket(`${base.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
    socket.on('message', (data) => {
      const { action, message } = frameSchema.parse(JSON.parse(String(data)));
      if (action !== 'createMessage' || message === undefined) return;
      const choices = message.suggestedActions?.actions.map((each) => each.title) ?? [];
      shown.push({ text: message.text, choices });
    });
    await once(socket, 'open');
    return {
      shown,
      close,
      async say(text) {
        const answer = await fetch(`${base}/_conversation/v1/conversations/${config.personalChat.id}/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ from: { id: config.currentUser.id }, text, textFormat: 'plain' }),
        });
        if (answer.status !== 200) throw new Error(`the playground answered ${answer.status} ${await answer.text()}`);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const up = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await sleep(100);
  }
  throw new Error('the playground did not start');
}
