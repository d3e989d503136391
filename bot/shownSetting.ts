/** What nobody may read in a terminal or a log. */
const SECRETS = /SECRET|PASSWORD|KEY|Password/;
const LONGEST = 60;

/** A value for whoever reads a fault: a secret by its length alone, an address without who signs in there. */
export function shownSetting(name: string, value: string | undefined): string {
  if (value === undefined) return 'nothing';
  if (SECRETS.test(name)) return `${value.length} characters`;
  const open = shownAddress(value);
  return JSON.stringify(open.length > LONGEST ? `${open.slice(0, LONGEST)}…` : open);
}

/** Without who signs in there: `redis://user:secret@host?x=y` → `redis://…@host`, also of one that cannot be read. */
export function shownAddress(value: string): string {
  const begin = value.indexOf('://');
  if (begin < 0) return value;
  const at = value.lastIndexOf('@');
  const open = at < begin ? value : `${value.slice(0, begin)}://…${value.slice(at)}`;
  return open.replace(/[?#].*$/s, '');
}
