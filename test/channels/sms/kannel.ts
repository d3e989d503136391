import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/ports.ts';

export const KANNEL = [
  ...['kannel', 'kannel-extras', 'libct4', 'libhiredis0.14', 'libmariadb3', 'libpcre3', 'libpq5'],
] as const;
export const USER = { username: 'shouwen', password: 'kannel-password' };

/** What a handset gets, as `fakesmsc` prints it. */
export interface Part {
  readonly to: string;
  readonly header: string;
  readonly content: Buffer;
}
export interface Kannel {
  /** Where `sendsms` is. */
  readonly sendsms: string;
  /** A handset writes and stays to listen, for all, until the next one does; `ucs2`: as octets. */
  handset(from: string, text: string, ucs2?: boolean, gets?: (part: Part) => void): { readonly parts: readonly Part[] };
  close(): Promise<void>;
}

/** Starts the boxes; `webhook` is the `get-url`, `root` where the Debian packages were laid out. */
export async function openKannel(webhook: string, root: string): Promise<Kannel> {
  const [admin, box, smsc, sendsms] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-kannel-'));
  const conf = join(folder, 'kannel.conf');
  writeFileSync(conf, configuration({ admin, box, smsc, sendsms, webhook }));
  const libraries = ['usr/lib', 'lib'].map((lib) => join(root, lib, 'x86_64-linux-gnu')).join(':');
  const children: ChildProcess[] = [];
  const start = (program: string, ...args: string[]) => {
    const child = spawn(join(root, program), args, {
      ...{ cwd: folder, env: { ...process.env, LD_LIBRARY_PATH: libraries }, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    children.push(child);
    child.stdout?.resume();
    return child;
  };
  start('usr/sbin/bearerbox', conf).stderr?.resume();
  await listens(box);
  start('usr/sbin/smsbox', conf).stderr?.resume();
  await listens(sendsms);
  let listening: ChildProcess | null = null;
  return {
    sendsms: `http://127.0.0.1:${sendsms}`,
    handset(from, text, ucs2 = false, gets = () => {}) {
      const parts: Part[] = [];
      const octets = Buffer.from(text, 'utf16le').swap16();
      const words = ucs2 ? `ucs2 ${octets.toString('hex').replaceAll(/../g, '%$&')}` : `text ${text}`;
      listening?.kill();
      const fake = start(
        'usr/lib/kannel/test/fakesmsc',
        '-H',
        '127.0.0.1',
        '-m',
        '1',
        '-r',
        String(smsc),
        `${from} 10086 ${words}`,
      );
      listening = fake;
      let rest = '';
      fake.stderr?.setEncoding('latin1').on('data', (chunk: string) => {
        rest += chunk;
        for (let end = rest.indexOf('>\n'); end >= 0; end = rest.indexOf('>\n')) {
          const read = /Got message \d+: <(\S+) (\S+) (.*)$/s.exec(rest.slice(0, end));
          const part = read && partOf(read[2] ?? '', read[3] ?? '');
          if (part) parts.push(part);
          if (part) gets(part);
          rest = rest.slice(end + 2);
        }
      });
      return { parts };
    },
    async close() {
      for (const child of children.reverse()) {
        if (child.exitCode === null && child.signalCode === null) {
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        }
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `udh %05… data …` or `ucs-2 …`, escaped. */
function partOf(to: string, printed: string): Part {
  const [, header = '', content = ''] = /^(?:udh (\S+) )?(?:data|text|ucs-2) (\S*)$/.exec(printed) ?? [];
  return { to, header: octets(header).toString('hex'), content: octets(content) };
}

function octets(escaped: string): Buffer {
  const plain = escaped
    .replaceAll('+', ' ')
    .replaceAll(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

async function listens(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, '127.0.0.1');
    const is = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (is) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Kannel did not start');
}

function configuration(of: { admin: number; box: number; smsc: number; sendsms: number; webhook: string }): string {
  return `
group = core
admin-port = ${of.admin}
admin-password = x
smsbox-port = ${of.box}
box-allow-ip = 127.0.0.1
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = FAKE
port = ${of.smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${of.sendsms}
global-sender = 10086
http-request-retry = 100
http-queue-delay = 1

group = sendsms-user
username = ${USER.username}
password = ${USER.password}
concatenation = true
max-messages = 10

group = sms-service
keyword = default
catch-all = true
max-messages = 0
get-url = "${of.webhook}"
`;
}
