import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every check of the project in one run, in the order in which a fault is cheapest to find. Prints the counts last. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin');
const ENV = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`, NODE_ENV: 'test' };

interface Part {
  readonly name: string;
  readonly command: readonly string[];
}
const mocha = (name: string, ...files: string[]): Part => ({
  name,
  command: ['mocha', '--reporter', './test/support/reporter.ts', ...files],
});

const CHECKS: readonly Part[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'types of the pages', command: ['tsc', '--noEmit', '-p', 'web'] },
  { name: 'types of the console', command: ['tsc', '--noEmit', '-p', 'web/desk'] },
  { name: 'pages', command: ['vite', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'] },
  { name: 'console', command: ['vite', 'build', '--config', 'web/desk/vite.config.ts', '--logLevel', 'warn'] },
];
/** Stages come one after the other; the lanes of a stage run side by side, since the pages' tests mostly wait for a browser. */
const STAGES: readonly (readonly (readonly Part[])[])[] = [
  [
    [
      mocha('rules and units', 'test/{project,domain,nlu,dialogs,bot,locales,benchmarks}/**/*.test.ts'),
      mocha('transcripts', 'test/conversations/**/*.test.ts'),
    ],
  ],
  [
    [
      mocha('contracts on every store', 'test/contracts/**/*.test.ts'),
      mocha('http and channels', 'test/{http,channels,live,operator,webhooks}/**/*.test.ts'),
      mocha('desk', 'test/desk/{api,auth,accounts,live}/**/*.test.ts'),
    ],
    [mocha('browser', 'test/browser/**/*.test.ts'), mocha('console', 'test/desk/{console,admin,figures}/**/*.test.ts')],
  ],
  [[mocha('end to end', 'test/e2e/**/*.test.ts'), mocha('short storm', 'test/storm/**/*.test.ts')]],
];

/** Programs that tests start, with the Debian package that brings each. */
const PROGRAMS: readonly { readonly what: string; readonly at: readonly string[]; readonly debian: string }[] = [
  {
    what: 'Redis',
    at: ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'],
    debian: 'redis-server',
  },
  { what: 'PostgreSQL', at: postgresPaths(), debian: 'postgresql' },
  {
    what: 'Chromium',
    at: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    debian: 'chromium',
  },
  { what: 'CJK fonts', at: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'], debian: 'fonts-noto-cjk' },
];

function postgresPaths(): string[] {
  return [...Array(8).keys()].map((n) => `/usr/lib/postgresql/${19 - n}/bin/initdb`);
}

/** Installs what is missing where that is possible without asking (root on Debian), else says exactly what to install. */
function prepare(): boolean {
  const missing = PROGRAMS.filter(({ at }) => !at.some((path) => existsSync(path)));
  if (missing.length === 0) return true;
  const packages = missing.map(({ debian }) => debian);
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`installing ${packages.join(', ')}`);
    const run = (args: string[]) =>
      spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status === 0;
    run(['update', '-qq']);
    if (run(['install', '-y', '-qq', '--no-install-recommends', ...packages])) return true;
  }
  console.error(`missing: ${missing.map(({ what }) => what).join(', ')}. On Debian: ${install}`);
  return false;
}

/** What it writes is shown as it comes, or all at its end where another part runs beside it. */
async function run({ name, command }: Part, env: NodeJS.ProcessEnv, beside = false): Promise<boolean> {
  const started = Date.now();
  if (!beside) console.log(`\n== ${name}`);
  const [program = '', ...args] = command;
  const shown = beside ? 'pipe' : 'inherit';
  const written: Buffer[] = [];
  const status = await new Promise<number>((resolve) => {
    const child = spawn(join(BIN, program), args, { cwd: ROOT, env, stdio: ['ignore', shown, shown] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => written.push(chunk));
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
  if (beside) process.stdout.write(`\n== ${name}\n${Buffer.concat(written)}`);
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
  return status === 0;
}

async function main(): Promise<void> {
  if (!prepare()) process.exit(1);
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-test-'));
  const counts = join(folder, 'counts');
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const part of CHECKS) {
    if (await run(part, ENV)) passed += 1;
    else failed += 1;
  }
  async function suite(part: Part, beside: boolean): Promise<void> {
    const file = `${counts}-${part.name.replaceAll(' ', '-')}`;
    const ok = await run(part, { ...ENV, COUNTS_FILE: file }, beside);
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const found = lines.map((line): { passes: number; failures: number; pending: number } => JSON.parse(line));
    passed += found.reduce((sum, c) => sum + c.passes, 0);
    skipped += found.reduce((sum, c) => sum + c.pending, 0);
    const failures = found.reduce((sum, c) => sum + c.failures, 0);
    // a part that died before it could count has failed all the same
    failed += ok ? failures : Math.max(1, failures);
  }
  for (const lanes of STAGES) {
    const lane = async (parts: readonly Part[]) => {
      for (const part of parts) await suite(part, lanes.length > 1);
    };
    await Promise.all(lanes.map(lane));
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${skipped > 0 ? `${skipped} skipped\n` : ''}${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

await main();
