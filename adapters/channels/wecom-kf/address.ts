/** A customer as one account of customer service knows them: the same person is another conversation at another one. */
export interface Address {
  readonly openKfId: string;
  readonly externalUserId: string;
}

export function sourceOf({ openKfId, externalUserId }: Address): string {
  return `${openKfId}/${externalUserId}`;
}

/** Null for what `sourceOf` did not make. */
export function addressOf(source: string): Address | null {
  const [openKfId, externalUserId, ...more] = source.split('/');
  return openKfId && externalUserId && more.length === 0 ? { openKfId, externalUserId } : null;
}
