const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** What a customer picked of a numbered menu: `2`, `２`, `二`, `2.`, `选2`, or the label itself; null when it is something else. */
export function picked<C extends { readonly label: string }>(text: string, menu: readonly C[]): C | null {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const labelled = menu.find(({ label }) => label.normalize('NFKC').trim().toLowerCase() === said);
  if (labelled) return labelled;
  const number =
    /^(?:选|選|第|no\.?|option|#)?\s*(\d{1,2}|[一二两兩三四五六七八九十])\s*(?:个|個|项|項|号|號)?[.。、)]?$/u.exec(
      said,
    )?.[1];
  if (number === undefined) return null;
  return menu[(DIGITS[number] ?? Number(number)) - 1] ?? null;
}
