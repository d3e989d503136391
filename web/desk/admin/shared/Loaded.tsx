import type { ReactNode } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { texts } from './texts.ts';

interface Props<T> {
  readonly query: { readonly data: T | undefined; readonly isError: boolean; readonly refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}

/** What was read; until then that it is read, or that it could not be. Old data stay when a later reading fails. */
export function Loaded<T>({ query, children }: Props<T>) {
  const t = useTexts(texts);
  if (query.data === undefined && !query.isError)
    return (
      <p className="page-state" role="status">
        {t.loading}
      </p>
    );
  return (
    <>
      {query.isError && (
        <div className="notice danger page-state" role="alert">
          {t.failed} <Button label={t.retry} small onPress={() => query.refetch()} />
        </div>
      )}
      {query.data !== undefined && children(query.data)}
    </>
  );
}
