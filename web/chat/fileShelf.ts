/** Keeps the bytes of files that wait to be sent, over a reload. Best effort: without IndexedDB they live in memory. */
const memory = new Map<string, readonly File[]>();
const store = 'files';

export async function keep(id: string, files: readonly File[]): Promise<void> {
  memory.set(id, files);
  await withStore('readwrite', (shelf) => shelf.put([...files], id));
}

/** The files put under this id; empty when the browser has lost them. */
export async function take(id: string): Promise<readonly File[]> {
  const here = memory.get(id);
  if (here) return here;
  const found: unknown = await withStore('readonly', (shelf) => shelf.get(id));
  return Array.isArray(found) ? found.filter((file) => file instanceof File) : [];
}

export async function drop(id: string): Promise<void> {
  memory.delete(id);
  await withStore('readwrite', (shelf) => shelf.delete(id));
}

async function withStore<T>(
  mode: IDBTransactionMode,
  use: (shelf: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const opening = indexedDB.open('shouwen', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    const database = await settled(opening);
    try {
      return await settled(use(database.transaction(store, mode).objectStore(store)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
