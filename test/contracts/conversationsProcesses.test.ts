import { redisHarness, sqliteHarness } from './conversationsHarnesses.ts';
import { processesContract } from './conversationsProcesses.ts';

for (const harness of [redisHarness(), sqliteHarness()]) {
  describe(`conversations on ${harness.name} with several processes`, function () {
    this.timeout(60_000);
    before(() => harness.start());
    after(() => harness.stop());
    processesContract(harness);
  });
}
