import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { Loaded } from '../shared/Loaded.tsx';
import { AuditTable } from './AuditTable.tsx';
import { useAudit } from './data.ts';
import { texts } from './texts.ts';

/** Who of the staff did or tried what, page by page. */
export function Audit() {
  const t = useTexts(texts);
  const query = useAudit();
  return (
    <div className="admin-screen">
      <div className="page-head">
        <p className="quiet">{t.intro}</p>
        <Button
          label={t.refresh}
          pending={query.isRefetching && !query.isFetchingNextPage}
          onPress={() => void query.refetch()}
        />
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return (
            <>
              <p className="quiet" role="status">
                {t.showing(entries.length)}
              </p>
              <AuditTable entries={entries} />
              {query.hasNextPage ? (
                <p>
                  <Button
                    label={t.more}
                    pending={query.isFetchingNextPage}
                    onPress={() => void query.fetchNextPage()}
                  />
                </p>
              ) : (
                entries.length > 0 && <p className="quiet">{t.end}</p>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
