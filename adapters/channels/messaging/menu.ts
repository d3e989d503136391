import { wholeNumber } from '../../../nlu/entities/numerals.ts';

/** What a customer picked of a numbered menu: `2`, `２`, `二`, `2.`, `选2`, or the label itself; null when it is something else. */
export function picked<C extends { readonly label: string }>(text: string, menu: readonly C[]): C | null {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const labelled = menu.find(({ label }) => label.normalize('NFKC').trim().toLowerCase() === said);
  if (labelled) return labelled;
  const number =
    /^(?:选|選|第|no\.?|option|#)?\s*(\d{1,2}|[一二两兩三四五六七八九十])\s*(?:个|個|项|項|号|號)?[.。、)]?$/u.exec(
      said,
    )?.[1];
  return menu[(wholeNumber(number ?? '') ?? 0) - 1] ?? null;
}
