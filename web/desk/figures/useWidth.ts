import { type RefObject, useEffect, useRef, useState } from 'react';

/** Pixels before the page has been laid out. */
const AT_FIRST = 320;

/** How wide an element is, as it changes: charts are drawn in real pixels, so that their words stay readable. */
export function useWidth<E extends HTMLElement>(): { readonly box: RefObject<E | null>; readonly width: number } {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(AT_FIRST);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
