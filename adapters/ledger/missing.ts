/** Stands in for a port that is being written. */
export function missing<T extends object>(name: string): T {
  return new Proxy({} as T, {
    get() {
      throw new Error(`${name} is not there yet`);
    },
  });
}
