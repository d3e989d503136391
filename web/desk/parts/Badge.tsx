import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'brand' | 'ok' | 'warn' | 'danger' | 'count';

/** A word or two about a thing; never the only carrier of a meaning but by its words. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
