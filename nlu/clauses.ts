import { countHan } from './text/characters.ts';

/** Longest clauses looked at in one text. */
const MOST = 6;
const SHORTEST_HAN = 3;
const SHORTEST_LATIN = 8;

const BREAK =
  /[,.。,!?;:、…\n]+|(?:^|(?<= ))(?:and also|and then|and|also|plus|by the way|btw|oh and|then)(?= )|顺便|顺手|另外|还有|然后|同时|再帮我|再给我|再|并且|而且|以及|完了| (?=[\u4e00-\u9fff])/gu;

/** Words that announce something more; without one, the parts of a story are taken for wishes (precision 0.1 against 0.4). */
const MORE = /顺便|顺手|顺带|另外|还有|同时|然后|再|并|补充|\b(?:and|also|plus|btw|by the way)\b/u;
/** Longer texts are stories. */
const LONGEST_HAN = 60;
const LONGEST_LATIN = 160;

/** The parts of a normalised text that may each carry a wish, in order; none unless a word announces a second one. */
export const clausesOf = (text: string): string[] => {
  const han = countHan(text) > 0;
  if (text.length > (han ? LONGEST_HAN : LONGEST_LATIN) || !MORE.test(text)) return [];
  const parts = text
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => part.length >= (countHan(part) > 0 ? SHORTEST_HAN : SHORTEST_LATIN));
  return parts.length > 1 ? parts.slice(0, MOST) : [];
};
