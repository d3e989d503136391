import { conversationsContract } from './conversationsContract.ts';
import { redisHarness, sqliteHarness } from './conversationsHarnesses.ts';

for (const harness of [redisHarness(), sqliteHarness()]) {
  describe(`conversations on ${harness.name}`, function () {
    this.timeout(30_000);
    before(() => harness.start());
    after(() => harness.stop());
    conversationsContract(harness);
  });
}
