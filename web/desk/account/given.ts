/**
 * The password just typed at sign-in, where it must be changed: nobody is asked for it twice in a row. In memory only, and
 * gone with the first use or a reload.
 */
let given: string | null = null;

export function remember(password: string): void {
  given = password;
}
export function recall(): string | null {
  return given;
}
export function forget(): void {
  given = null;
}
