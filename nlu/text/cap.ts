/** What classification reads of a long text, in code points: its beginning says what it is about, its end what is wanted. */
export const CAP = 500;
const HEAD = 300;
const TAIL = 200;

/** At most `CAP` code points: the first 300 and the last 200. Linear in the part kept, never splits a surrogate pair. */
export const cap = (text: string): string => {
  if (text.length <= CAP) return text;
  const start = text.slice(0, HEAD * 2);
  const end = text.slice(-TAIL * 2);
  const points = Array.from(text.length <= CAP * 2 ? text : '');
  if (points.length > 0 && points.length <= CAP) return text;
  return `${Array.from(start).slice(0, HEAD).join('')} ${Array.from(end).slice(-TAIL).join('')}`;
};
