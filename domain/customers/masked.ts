/** The family name stays: `张**`. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return first + '*'.repeat(Math.min(rest.length, 6));
}

/** City and district at the head of an address; 小区 and the like are estates. */
const DISTRICT = /^.{1,14}(?:[市县縣]|(?<![小社园園校院厂廠])[区區])/u;

/** The district stays when the address names it: `深圳市南山区****`. */
export function maskPlace(place: string): string {
  return `${DISTRICT.exec(place.trim())?.[0] ?? ''}****`;
}
