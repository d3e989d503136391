import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createHandset, type Handset } from '../../simulators/handset.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../directline/line.ts';

const SCRIPT = fileURLToPath(new URL('smsc.pl', import.meta.url));
const ENCODED = 8;

/** An SMSC of Net::SMPP for one session, and the telephones behind it. */
export interface PerlSmsc {
  readonly port: number;
  readonly lines: readonly string[];
  handset(number: string): Handset;
  /** One `deliver_sm` of octets. */
  deliver(esmClass: number, hex: string): void;
  /** Words that Perl encodes and cuts; resolves with the worst status they were answered with. */
  say(number: string, text: string): Promise<number>;
  close(): Promise<void>;
}

/** `root`: where the Debian package was laid out. */
export async function openPerlSmsc(root: string): Promise<PerlSmsc> {
  const port = await freePort();
  const lines: string[] = [];
  const handsets = new Map<string, Handset>();
  const process_ = spawn('perl', [`-I${join(root, 'usr/share/perl5')}`, SCRIPT, String(port)]);
  process_.stderr.pipe(process.stderr);
  const handset = (number: string) => {
    const known = handsets.get(number) ?? createHandset();
    handsets.set(number, known);
    return known;
  };
  createInterface(process_.stdout).on('line', (line) => {
    lines.push(line);
    const [what, to = '', esmClass, coding, hex = '', text = ''] = line.split(' ');
    if (what !== 'submit') return;
    assert.equal(Number(coding), ENCODED);
    const header = Number(esmClass) & 0x40 ? hex.slice(0, 12) : '';
    const content = Buffer.from(hex.slice(header.length), 'hex');
    // as Perl reads it
    assert.equal(Buffer.from(text, 'hex').toString(), content.swap16().toString('utf16le'));
    handset(to).gets(header, content.swap16());
  });
  await until('listening', () => lines.includes('listening'), 10_000);
  return {
    ...{ port, lines, handset },
    deliver: (esmClass, hex) => void process_.stdin.write(`deliver 8613800138000 ${esmClass} ${ENCODED} ${hex}\n`),
    async say(number, text) {
      const from = lines.length;
      process_.stdin.write(`say ${number} ${Buffer.from(text).toString('hex')}\n`);
      const answered = () => lines.slice(from).find((line) => line.startsWith('said '));
      await until('all parts are answered', () => answered() !== undefined, 10_000);
      return Number(answered()?.slice('said '.length));
    },
    async close() {
      if (process_.exitCode !== null) return;
      process_.kill();
      await once(process_, 'exit');
    },
  };
}
