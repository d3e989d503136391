import type { Case } from '../domain/cases/case.ts';
import type { CaseNumber } from '../domain/ids.ts';
import { keyOf, type Scene } from './scene.ts';

/** The customer's yes closes what is solved (OSM 7.2); false where its stage does not allow it, or it is not theirs. */
export async function confirmCase(number: CaseNumber, scene: Scene, instance: string): Promise<boolean> {
  return (await moveOwn(number, 'closed', null, scene, keyOf(scene, instance, 'confirm'))) !== null;
}

/** The customer's no opens it again (OSM 2.3), with their words; null where its stage does not allow it, or it is not theirs. */
export async function reopenCase(
  number: CaseNumber,
  words: string | null,
  scene: Scene,
  instance: string,
): Promise<Case | null> {
  return moveOwn(number, 'reopened', words, scene, keyOf(scene, instance, 'reopen'));
}

async function moveOwn(
  number: CaseNumber,
  to: 'closed' | 'reopened',
  note: string | null,
  { ledger, customer, now }: Scene,
  key: ReturnType<typeof keyOf>,
): Promise<Case | null> {
  const found = await ledger.cases.find(number);
  if (found?.customer !== customer) return null;
  const moved = await ledger.cases.move(number, to, { by: 'customer', note }, key, now);
  return moved.kind === 'moved' ? moved.case : null;
}
