/** Under which id an improvement's card stands in the page. */
export function cardId(improvement: string): string {
  return `improvement-${improvement}`;
}
