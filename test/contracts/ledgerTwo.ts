import type { Books } from '../../adapters/ledger/index.ts';
import { openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

/** Two instances on one store, opened before each test and closed after it. */
export function twoBooks(makeHome: MakeHome, use: (one: Books, two: Books, home: TestHome) => void): void {
  let close = async () => {};
  beforeEach(async () => {
    const home = await makeHome();
    const one = await openAt(home.location);
    const two = await openAt(home.location);
    close = async () => {
      await two.close();
      await one.close();
      home.remove();
    };
    use(one, two, home);
  });
  afterEach(() => close());
}
