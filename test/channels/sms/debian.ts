import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian packages laid out in a directory, without installing them; null, with a word of why, where that cannot be. */
export function unpacked(packages: readonly string[]): { readonly root: string; remove(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-debian-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const options = { cwd: folder, timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };
  try {
    execFileSync('apt-get', ['download', ...packages], options);
    execFileSync('sh', ['-c', 'for each in *.deb; do dpkg -x "$each" root; done'], options);
    return { root: join(folder, 'root'), remove };
  } catch (error) {
    process.stderr.write(`      ${packages[0]} cannot be had here (${error instanceof Error ? error.name : error})\n`);
    remove();
    return null;
  }
}
