import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { CHANNEL_NAMES } from '../../adapters/channels/messaging/port.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Platform, PlatformCustomer, Push, Shown, Simulator } from './platform.ts';

const LOOK_MS = 50;

/** `npm run simulate -- <channel>`: the product with one account of that channel, its platform, and a customer at this terminal. */
async function simulate(name: string | undefined): Promise<number> {
  const channel = CHANNEL_NAMES.find((each) => each === name);
  if (channel === undefined) {
    process.stderr.write(`Which channel? npm run simulate -- ${CHANNEL_NAMES.join(' | ')}\n`);
    return 2;
  }
  const { simulator }: { simulator: Simulator } = await import(
    fileURLToPath(new URL(`./${channel}.ts`, import.meta.url))
  );
  const platform = await simulator.open();
  const dataDir = mkdtempSync(join(tmpdir(), 'shouwen-simulate-'));
  // JSON is YAML as well
  writeFileSync(join(dataDir, 'channels.yaml'), JSON.stringify([platform.account]), { mode: 0o600 });
  try {
    const product = await startProduct({ dataDir });
    try {
      await converse(platform, product);
    } finally {
      await product.dispose();
    }
  } finally {
    await platform.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return 0;
}

async function converse(platform: Platform, product: Product): Promise<void> {
  const customer = platform.customer();
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  process.stdout.write(`${product.base}/desk/ is the console. Write as the customer; Ctrl-D ends it.\n`);
  let told = 0;
  let open = true;
  terminal.once('close', () => {
    open = false;
  });
  const tell = () => {
    if (told === customer.shown.length) return;
    process.stdout.write(`\r${customer.shown.slice(told).map(asText).join('\n')}\n`);
    told = customer.shown.length;
    if (open) terminal.prompt();
  };
  const looking = setInterval(tell, LOOK_MS);
  terminal.prompt();
  for await (const line of terminal) {
    const push = pushOf(line.trim(), customer);
    const status = push === null ? 200 : await push(product.base);
    if (status >= 300) process.stdout.write(`(answered ${status})\n`);
  }
  // what was piped in is answered before it ends
  await new Promise((resolve) => setTimeout(resolve, 40 * LOOK_MS));
  clearInterval(looking);
  tell();
}

/** `/2` presses the second button. */
function pushOf(line: string, { shown, says, presses = says }: PlatformCustomer): Push | null {
  const pressed = /^\/(\d+)$/.exec(line)?.[1];
  if (pressed === undefined) return line === '' ? null : says(line);
  const label = shown.at(-1)?.choices[Number(pressed) - 1];
  return label === undefined ? null : presses(label);
}

function asText({ text, choices, image }: Shown): string {
  const buttons = choices.map((label, at) => `  [/${at + 1} ${label}]`);
  return [image ? `(a picture of ${image.length} bytes)` : text, ...buttons].map((part) => `  ${part}`).join('\n');
}

process.exitCode = await simulate(process.argv[2]);
