import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../nlu/cli/', import.meta.url));
const MARK = '\uFEFF';

describe('the commands of understanding', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'nlu-cli-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = (command: string, args: readonly string[], input = '') =>
    spawnSync(process.execPath, [join(CLI, `${command}.ts`), ...args], { input, encoding: 'utf8' });
  const good = file('good.tsv', `${MARK}turn on the light\ton\r\nturn off the light\toff\r\n`);

  for (const content of ['', '\n\n', MARK, `${MARK}\r\n`]) {
    const empty = file(`empty${content.length}`, content);
    for (const [command, args] of [
      ['evaluate', [empty]],
      ['benchmark', ['--train', empty, '--test', good]],
      ['benchmark', ['--train', good, '--test', empty]],
      ['benchmark', ['--train', good, '--test', good, '--oos', empty]],
    ] as const) {
      it(`${command}: nothing in a file (${JSON.stringify(content)}) is said, exit 2`, () => {
        const { status, stdout, stderr } = run(command, args);
        assert.deepEqual([status, stdout], [2, ''], stderr);
        assert.match(stderr, /empty\d is empty: it needs (labelled examples|rows of text<TAB>label)/);
      });
    }
  }

  it('a file that is not there is said, exit 2', () => {
    const { status, stderr } = run('evaluate', [join(folder, 'none.jsonl')]);
    assert.equal(status, 2);
    assert.match(stderr, /none\.jsonl cannot be read: there is no such file\n$/);
  });

  it('marks and line ends of other systems are no part of the words', () => {
    const rows = [
      { text: '我要投诉', intent: 'complaint.file' },
      { text: '查话费', intent: 'consult.account' },
    ];
    const labelled = file('labelled.jsonl', MARK + rows.map((row) => `${JSON.stringify(row)}\r\n`).join(''));
    const scored = run('evaluate', [labelled]);
    assert.equal(scored.status, 0, scored.stderr);
    assert.equal(JSON.parse(scored.stdout).rows, 2);

    const trained = run('benchmark', ['--train', good, '--test', good]);
    assert.equal(trained.status, 0, trained.stderr);
    const { train, classes, accuracy } = JSON.parse(trained.stdout);
    assert.deepEqual([train, classes], [2, 2]);
    assert.ok(accuracy);

    const classified = run('classify', [], `${MARK}我要投诉\r\n查话费\r\n`);
    const texts = classified.stdout.trim().split('\n');
    assert.deepEqual(
      texts.map((line) => JSON.parse(line).text),
      ['我要投诉', '查话费'],
    );
  });

  it('a row that is none is named by its line', () => {
    const { status, stderr } = run('benchmark', ['--train', file('bad.tsv', 'a\tb\n\n\nno label\n'), '--test', good]);
    assert.equal(status, 1);
    assert.match(stderr, /bad\.tsv:4: want text<TAB>label/);
  });
});
