import { findAccounts } from '../entities/account.ts';
import { findAddresses } from '../entities/address/index.ts';
import { findCaseNumbers } from '../entities/caseNumber.ts';
import { fold } from '../entities/folded.ts';
import { findNames } from '../entities/name.ts';
import { withoutOverlaps } from '../entities/overlap.ts';
import { findPhones } from '../entities/phone.ts';
import type { Entity, HearingContext } from '../heard.ts';

/** What in a text tells who somebody is: much faster than all entities, for reading many texts at once. */
export function findPersonal(text: string, context: HearingContext): Entity[] {
  const folded = fold(text);
  const found = [
    ...findCaseNumbers(folded),
    ...findAccounts(folded),
    ...findPhones(folded, context),
    ...findAddresses(folded),
    ...findNames(folded),
  ];
  return withoutOverlaps(found, text.length);
}
