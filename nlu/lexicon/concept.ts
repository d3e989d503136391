/**
 * A concept: words of any language that ask for the same thing in this trade. `zh` in the normalised (mainland) wording,
 * divided by blanks; `en` divided by commas, lower case, `*` at the end of a single word for any ending.
 */
export interface Concept {
  readonly zh: string;
  readonly en: string;
}
export type Concepts = Readonly<Record<string, Concept>>;
