import type { Entity, HearingContext } from '../heard.ts';
import { findAccounts } from './account.ts';
import { findAddresses } from './address/index.ts';
import { findCaseNumbers } from './caseNumber.ts';
import { fold } from './folded.ts';
import { findMoney } from './money.ts';
import { findNames } from './name.ts';
import { withoutOverlaps } from './overlap.ts';
import { findPhones } from './phone.ts';
import { findThings } from './things.ts';
import { findTimes } from './time/index.ts';

/**
 * What an utterance names: times, numbers, addresses, things, people. Offsets are UTF-16 units of `text`; sorted by
 * start, without overlaps (a device and a service may share words). Linear in the text; of more than 1,500 units the first 1,000 and the last 500 are read;
 * never throws for any text.
 */
export const findEntities = (text: string, context: HearingContext): Entity[] => {
  const folded = fold(text);
  const fixed = [
    ...findCaseNumbers(folded),
    ...findAccounts(folded),
    ...findPhones(folded, context),
    ...findAddresses(folded),
    ...findMoney(folded, context),
    ...findNames(folded),
    ...findThings(folded),
  ];
  return withoutOverlaps([...fixed, ...findTimes(folded, context)], text.length);
};
