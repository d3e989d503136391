import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { dayKey, dayName } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { EntryLine } from './EntryLine.tsx';
import type { Line } from './lines.ts';
import { NoteLine } from './NoteLine.tsx';
import { OutgoingLine } from './OutgoingLine.tsx';
import { threadTexts } from './texts.ts';

interface Props {
  readonly lines: readonly Line[];
  /** As the customer is called. */
  readonly customer: string;
  /** The customer's. */
  readonly lang: string;
}

const DAY_MS = 86_400_000;
/** Guesses in pixels, put right once a line is drawn. */
const HEIGHT = { day: 36, entry: 66, note: 72, outgoing: 82 };
const NEAR_END_PX = 120;
/** The transcript is scrolled by keys as well. */
const scrolled = { tabIndex: 0 };

/** From the first word to the newest; only the lines near the eye are in the page. Stays at the end while one is there. */
export function Transcript({ lines, customer, lang }: Props) {
  const words = useTexts(threadTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHT[lines[index]?.kind ?? 'entry'],
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: NEAR_END_PX,
    paddingStart: 8,
    paddingEnd: 12,
  });
  const end = useRef(() => virtual.scrollToEnd());
  end.current = () => virtual.scrollToEnd();
  const begun = lines.length > 0;
  useEffect(() => {
    if (begun) end.current();
  }, [begun]);
  const last = lines.at(-1);
  const own = last?.kind === 'outgoing' ? last.key : null;
  useEffect(() => {
    if (own !== null) end.current();
  }, [own]);

  return (
    <div className="transcript">
      <div
        className="scroller"
        ref={scroller}
        role="log"
        // lines come and go while scrolling; what is new is announced by `Announcer` alone
        aria-live="off"
        aria-label={words.transcript}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAtEnd(scrollHeight - scrollTop - clientHeight <= NEAR_END_PX)
        }
        {...scrolled}
      >
        <div className="lines" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              className="line"
              data-index={index}
              ref={virtual.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              <One line={lines[index]} customer={customer} lang={lang} />
            </div>
          ))}
        </div>
      </div>
      {!atEnd && (
        <div className="to-end">
          <Button small icon="down" label={words.newest} onPress={() => virtual.scrollToEnd()} />
        </div>
      )}
    </div>
  );
}

function One({ line, customer, lang }: { line: Line | undefined; customer: string; lang: string }) {
  switch (line?.kind) {
    case 'day':
      return <DayLine at={line.at} />;
    case 'entry':
      return <EntryLine line={line} customer={customer} />;
    case 'note':
      return <NoteLine note={line.note} />;
    case 'outgoing':
      return <OutgoingLine message={line.message} opens={line.opens} lang={lang} />;
    case undefined:
      return null;
  }
}

function DayLine({ at }: { readonly at: string }) {
  const words = useTexts(threadTexts);
  const language = useLanguage();
  const now = Date.now();
  const name =
    dayKey(at) === dayKey(now)
      ? words.today
      : dayKey(at) === dayKey(now - DAY_MS)
        ? words.yesterday
        : dayName(at, language, now);
  return <p className="day">{name}</p>;
}
