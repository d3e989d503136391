/** localStorage, or memory where the browser forbids it (a frame on another site with storage blocked, a full disk). */
const memory = new Map<string, string>();

export function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    memory.set(key, value);
  }
}

export function remove(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was stored
  }
}

export function keys(prefix: string): string[] {
  const found = [...memory.keys()];
  try {
    found.push(...Object.keys(localStorage));
  } catch {
    // memory has them all
  }
  return found.filter((key) => key.startsWith(prefix));
}

/** Stored JSON, or undefined when it is missing or broken. */
export function readJson(key: string): unknown {
  try {
    return JSON.parse(read(key) ?? 'null');
  } catch {
    return undefined;
  }
}
