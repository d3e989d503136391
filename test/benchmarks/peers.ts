import { cpus } from 'node:os';
import { options, run, Usage } from '../../nlu/cli/fail.ts';
import { apart } from './apart.ts';
import { learnersOf, OURS } from './learners.ts';
import { mcnemar } from './mcnemar.ts';
import { rightOnes, scoreOf } from './score.ts';
import { SETS } from './sets.ts';

const USAGE = `usage: npm run --silent benchmark:peers -- --data FOLDER [--sets ${Object.keys(SETS).join(',')}] [--limit SECONDS]`;
/** nlp.js takes over three minutes on the 150 classes of CLINC150. */
const LIMIT_SECONDS = 480;

const write = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** All learners on one set, one after the other, each in a process of its own. One line each. */
const compare = async (name: string, data: string, limitSeconds: number): Promise<void> => {
  const set = SETS[name]?.(data);
  if (!set) throw new Usage(USAGE);
  const classes = new Set(set.train.map((row) => row.label)).size;
  let ours: boolean[] | undefined;
  for (const learner of Object.keys(learnersOf(name))) {
    const outcome = await apart({ set: name, learner, data }, limitSeconds);
    if (outcome.kind === 'failed') {
      write({ set: set.name, model: learner, failed: outcome.reason });
      continue;
    }
    const { answers, settings, ...cost } = outcome.trial;
    const right = rightOnes(set, answers);
    if (learner === OURS) ours = right;
    write({
      set: set.name,
      model: learner,
      ...scoreOf(set, answers),
      oursAgainstIt: learner === OURS || !ours ? null : mcnemar(ours, right),
      ...cost,
      train: set.train.length,
      test: set.test.length,
      classes,
      settings,
    });
  }
};

/** Our learner beside others on the same rows in the same run. A header and JSON lines out; a learner that fails is a line that says so. */
await run(async () => {
  const { values, rest } = options(process.argv.slice(2), ['--data', '--sets', '--limit']);
  const data = values.get('--data');
  const sets = (values.get('--sets') ?? Object.keys(SETS).join()).split(',');
  const limitSeconds = Number(values.get('--limit') ?? LIMIT_SECONDS);
  if (data === undefined || rest.length > 0 || !(limitSeconds > 0) || sets.some((name) => !Object.hasOwn(SETS, name)))
    throw new Usage(USAGE);
  write({
    command: 'npm run --silent benchmark:peers -- --data FOLDER',
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, Node ${process.versions.node.split('.')[0]}`,
  });
  for (const name of sets) await compare(name, data, limitSeconds);
});
