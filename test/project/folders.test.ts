import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A folder imports only itself and those before it. */
const ORDER = ['domain', 'nlu', 'locales', 'dialogs', 'bot', 'adapters'] as const;
/** The composition root. */
const EVERYTHING = new Set(['bot/main.ts']);
const SDK = new Set(['bot', 'adapters']);

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** What a file imports, statically or not: `from '…'`, `import '…'`, `import('…')`. */
function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** Why an import breaks the direction, or null. */
function fault(file: string, imported: string): string | null {
  if (EVERYTHING.has(file) || !imported.startsWith('.')) return null;
  const own = ORDER.findIndex((folder) => file.startsWith(`${folder}/`));
  const target = relative(ROOT, resolve(ROOT, dirname(file), imported));
  const other = ORDER.findIndex((folder) => target.startsWith(`${folder}/`));
  if (other < 0) return `${file} imports ${target}, which no folder of the order holds`;
  return other > own ? `${file} imports ${target}: ${ORDER[own]} stands before ${ORDER[other]}` : null;
}

describe('folders', () => {
  it('import only themselves and those before them', () => {
    const faults = ORDER.flatMap(sources).flatMap((file) => imports(file).map((each) => fault(file, each)));
    assert.deepEqual(
      faults.filter((each) => each !== null),
      [],
    );
  });

  it('would notice an import in the wrong direction', () => {
    assert.match(fault('domain/cases/case.ts', '../../bot/turn.ts') ?? '', /stands before/);
    assert.match(fault('nlu/heard.ts', '../test/run.ts') ?? '', /no folder/);
    assert.equal(fault('bot/turn.ts', '../domain/ids.ts'), null);
  });

  it('keep the Bot Framework SDK at the edge', () => {
    const inside = ORDER.filter((folder) => !SDK.has(folder)).flatMap(sources);
    assert.deepEqual(
      inside.filter((file) => imports(file).some((each) => each.startsWith('botbuilder'))),
      [],
    );
  });

  it('keep the domain free of input and output', () => {
    const io = /^(node:(?!crypto)|ioredis|kysely|pg|restify|ws)/;
    assert.deepEqual(
      sources('domain').filter((file) => imports(file).some((each) => io.test(each))),
      [],
    );
  });
});
