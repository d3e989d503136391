/** UTF-16 units of a part of a concatenated message (140 bytes less 6 of header), and of a message in one piece. */
export const UNITS_OF_PART = 67;
const UNITS_OF_WHOLE = 70;

/** A text as the parts it travels in, in order; never cut inside a character. */
export function partsOf(text: string): readonly string[] {
  if (text.length <= UNITS_OF_WHOLE) return [text];
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = from + UNITS_OF_PART;
    // a part that ended with a high surrogate would leave its low one to the next
    const inside = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    parts.push(text.slice(from, inside ? end - 1 : end));
    from = inside ? end - 1 : end;
  }
  return parts;
}
