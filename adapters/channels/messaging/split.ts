import type { ChannelCaps, TextUnit } from './caps.ts';

/** UTF-16 units in one part of a concatenated SMS, and in one that stands alone. */
const SMS_PART = 67;
const SMS_SINGLE = 70;
const MORE = '…';

/** How long a text is in a channel's unit; an SMS is measured in UTF-16 units. */
export function sizeOf(text: string, unit: TextUnit): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}

/** The longest beginning of whole characters that fits, with an ellipsis where something was cut off. */
export function cut(text: string, max: number, unit: TextUnit): string {
  if (sizeOf(text, unit) <= max) return text;
  return take(text, max - sizeOf(MORE, unit), unit) + MORE;
}

/** The longest message; a whole SMS goes out as one text, which the channel concatenates. */
export function mostOf({ text: { max, unit, maxParts, reserved = 0 } }: ChannelCaps): number {
  return unit === 'ucs2-part' ? (maxParts === 1 ? SMS_SINGLE : SMS_PART * maxParts) - reserved : max;
}

/**
 * A text as parts that fit, cut where a paragraph, a line, a sentence or a word ends, never inside a character. More than
 * `maxParts` are not sent: the last one ends with an ellipsis.
 */
export function split(text: string, caps: ChannelCaps): readonly string[] {
  const { unit, maxParts } = caps.text;
  const most = mostOf(caps);
  const parts: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    if (sizeOf(rest, unit) <= most) return [...parts, rest];
    if (unit === 'ucs2-part' || parts.length === maxParts - 1) return [...parts, cut(rest, most, unit)];
    const head = atBoundary(take(rest, most, unit));
    parts.push(head.trimEnd());
    rest = rest.slice(head.length).trimStart();
  }
  return parts;
}

function take(text: string, max: number, unit: TextUnit): string {
  let size = 0;
  let end = 0;
  for (const character of text) {
    size += sizeOf(character, unit);
    if (size > max) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Not before the middle: a short part for a nicer end would cost a message. */
function atBoundary(head: string): string {
  const from = Math.floor(head.length / 2);
  for (const ends of [/\n\n/g, /\n/g, /[。！？；!?;]|\.\s/g, /[，,、\s]/g]) {
    const last = [...head.slice(from).matchAll(ends)].at(-1);
    if (last) return head.slice(0, from + last.index + last[0].length);
  }
  return head;
}
