import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NotReviewed, reviewing } from '../../adapters/cli/reviewing.ts';
import type { CustomerId, IdempotencyKey } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { Usage } from '../../nlu/cli/fail.ts';
import { Example, parseLines } from '../../nlu/examples.ts';
import { memoryLedger, START } from '../conversations/talk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('nlu:review', () => {
  let ledger: Ledger;
  let customer: CustomerId;
  let folder: string;
  let printed: object[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shouwen-review-'));
    printed = [];
    ledger = await memoryLedger();
    customer = await ledger.customers.ofSource({ channel: 'web', account: 'web', sourceId: 'dl_1' }, START);
    const consent = { purpose: 'improvement', channel: 'web', given: true } as const;
    await ledger.customers.recordConsent(customer, consent, 'c' as IdempotencyKey, START);
    await keep('1', '光猫红灯');
    await keep('2', '光猫红灯');
    await keep('3', '打[phone]没人接');
  });
  afterEach(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const keep = (key: string, text: string) =>
    ledger.learning.keep(
      { customer, channel: 'web', text, language: 'zh-Hans', kind: 'abstained', intent: null, ranked: ['greet'] },
      key as IdempotencyKey,
      START + Number(key),
    );
  const command = (...args: string[]) =>
    reviewing(args, {
      learning: ledger.learning,
      data: pathToFileURL(`${folder}/`),
      now: () => START,
      print: (line) => printed.push(line),
    });
  const idOf = async (text: string) => {
    const found = (await ledger.learning.list(10)).find((one) => one.text === text);
    assert.ok(found);
    return found.id;
  };
  const file = () => join(folder, 'reviewed.jsonl');
  const rows = () => parseLines('reviewed.jsonl', readFileSync(file(), 'utf8'), Example);

  it('lists what waits, most frequent first', async () => {
    await command();
    assert.deepEqual(printed[0], {
      id: await idOf('光猫红灯'),
      text: '光猫红灯',
      count: 2,
      kinds: { abstained: 2 },
      chosen: {},
      ranked: ['greet'],
      language: 'zh-Hans',
      last: new Date(START + 2).toISOString(),
    });
    assert.equal(printed.length, 2);
    await command('--limit', '1');
    assert.equal(printed.length, 3);
  });

  it('adds an accepted one to the data, with stand-ins and all its labels, and settles it', async () => {
    const [fault, complaint] = [await idOf('光猫红灯'), await idOf('打[phone]没人接')];
    await command(
      'accept',
      fault,
      'fault.report',
      '--category',
      'equipment',
      '--level',
      'normal',
      '--also',
      'greet,thanks',
    );
    await command('accept', complaint, 'complaint.file', '--severity', 'minor', '--category', 'service-quality');
    const common = { language: 'zh-Hans', source: 'review', split: 'train' };
    assert.deepEqual(rows(), [
      {
        ...{ ...common, id: `rev-${fault}`, group: `rev-${fault}`, text: '光猫红灯', intent: 'fault.report' },
        ...{ complaintCategory: null, severity: null, faultCategory: 'equipment', faultLevel: 'normal' },
        also: ['greet', 'thanks'],
      },
      {
        ...{
          ...common,
          id: `rev-${complaint}`,
          group: `rev-${complaint}`,
          text: '打13800138000没人接',
          intent: 'complaint.file',
        },
        ...{ complaintCategory: 'service-quality', severity: 'minor', faultCategory: null, faultLevel: null },
        also: [],
      },
    ]);
    assert.deepEqual(await ledger.learning.list(10), []);
  });

  it('finishes an interrupted one without a second row', async () => {
    const id = await idOf('光猫红灯');
    const stuck = { ...ledger.learning, settle: () => Promise.reject(new Error('down')) };
    const ports = { learning: stuck, data: pathToFileURL(`${folder}/`), now: () => START, print: () => {} };
    await assert.rejects(reviewing(['accept', id, 'greet'], ports), /down/);
    await command('accept', id, 'greet');
    assert.equal(rows().length, 1);
    assert.equal(await ledger.learning.find(id), null);
  });

  it('refuses what would contradict the data', async () => {
    await command('accept', await idOf('光猫红灯'), 'greet');
    await ledger.learning.expire(START + 100);
    await keep('9', '光貓紅燈');
    await assert.rejects(command('accept', await idOf('光貓紅燈'), 'thanks'), NotReviewed);
    assert.equal(rows().length, 1);
  });

  it('drops', async () => {
    const id = await idOf('光猫红灯');
    await command('drop', id);
    await assert.rejects(command('drop', id), NotReviewed);
    await assert.rejects(command('accept', id, 'greet'), NotReviewed);
    assert.equal(existsSync(file()), false);
  });

  it('says how it is used when it is used otherwise', async () => {
    const id = await idOf('光猫红灯');
    const wrong = [
      ['what'],
      ['drop'],
      ['drop', id, 'more'],
      ['accept', id],
      ['accept', id, 'no.intent'],
      ['accept', id, 'greet', '--also', 'no.intent'],
      ['accept', id, 'fault.report'],
      ['accept', id, 'fault.report', '--category', 'billing-plan', '--level', 'normal'],
      ['accept', id, 'complaint.file', '--category', 'other'],
      ['accept', id, 'greet', '--category', 'other'],
      ['accept', id, 'greet', '--colour', 'red'],
      ['--limit', '0'],
      ['--limit', 'many'],
    ];
    for (const args of wrong) await assert.rejects(command(...args), Usage, args.join(' '));
    assert.equal(existsSync(file()), false);
    assert.equal((await ledger.learning.list(10)).length, 2);
  });

  it('exits with 2 for bad usage, 1 for what cannot be done, 0 else', () => {
    const exit = (...args: string[]) => {
      const env = {
        PATH: process.env.PATH ?? '',
        DATA_DIR: folder,
        DATA_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
      };
      return spawnSync(process.execPath, ['adapters/cli/review.ts', ...args], { cwd: ROOT, env, encoding: 'utf8' });
    };
    assert.equal(exit().status, 0);
    assert.equal(exit('drop', 'nothing').status, 1);
    const wrong = exit('what');
    assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /^usage: npm run --silent nlu:review/);
  }).timeout(20_000);
});
