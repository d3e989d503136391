/** Logins with the same key are one: neither case nor width matters. */
export function loginKey(login: string): string {
  return login.normalize('NFKC').toLowerCase();
}
