import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { recogniser, VERSION } from '../../../nlu/entities/recognizersGuard.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDERS = ['domain', 'nlu', 'locales', 'dialogs', 'bot', 'adapters', 'web', 'test'];
const GUARD = join('nlu', 'entities', 'recognizersGuard.ts');

const sources = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|tsx|mts|js|mjs)$/.test(path) && !path.includes('node_modules'))
      .map((path) => join(folder, path)),
  );

describe('The recogniser of dates', () => {
  it('is named in one source file alone', () => {
    // Split, so that this file does not name it either.
    const name = ['@microsoft', 'recognizers-text'].join('/');
    const naming = sources().filter((path) => readFileSync(join(ROOT, path), 'utf8').includes(name));
    assert.deepEqual(naming, [GUARD]);
  });

  it('is of the version that was measured', () => {
    const require = createRequire(join(ROOT, GUARD));
    assert.equal(VERSION, '1.3.1');
    const manifest: unknown = require(`${['@microsoft', 'recognizers-text-suite'].join('/')}/package.json`);
    assert.ok(manifest !== null && typeof manifest === 'object' && 'version' in manifest);
    assert.equal(manifest.version, VERSION);
  });

  it('can be loaded', () => assert.equal(typeof recogniser(), 'function'));
});
