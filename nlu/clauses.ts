import { countHan } from './text/characters.ts';

/** A text of more parts is a story. */
const MOST = 8;
const SHORTEST_HAN = 2;
const SHORTEST_LATIN = 5;
const LONGEST = 240;

const BREAK =
  /[,.。,!?;:、…\n]+|(?:^|(?<= ))(?:and also|and then|and|also|plus|by the way|btw|oh and|then|as well as|but|so)(?= )|顺便|顺手|顺带|另外|还有|然后|同时|再帮我|再给我|再把|再|并且|而且|以及|完了| (?=[\u4e00-\u9fff])/gu;

/** The parts of a normalised text that may each carry a wish, in order; none of a text of one part or of a long story. */
export const clausesOf = (text: string): string[] => {
  if (text.length > LONGEST) return [];
  const parts = text
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => part.length >= (countHan(part) > 0 ? SHORTEST_HAN : SHORTEST_LATIN));
  return parts.length > 1 && parts.length <= MOST ? parts : [];
};
