import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/** The spec reporter; adds one line of counts to the file of `COUNTS_FILE`, so that a run of several parts can be summed up. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      const file = process.env.COUNTS_FILE;
      if (file) appendFileSync(file, `${JSON.stringify({ passes, failures, pending })}\n`);
    });
  }
}
