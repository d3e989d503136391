/** What the HTTP side writes its log with; a pino logger fits. Facts only: no customer text, no query strings, no secrets. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
