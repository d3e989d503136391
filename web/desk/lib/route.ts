import { useSyncExternalStore } from 'react';
import { hashOf, type Route, readRoute } from './address.ts';

export { hashOf, type Route } from './address.ts';

export function go(route: Route): void {
  const hash = hashOf(route);
  if (location.hash !== hash) location.hash = hash;
}

export function useRoute(): Route {
  return readRoute(useSyncExternalStore(listen, () => location.hash));
}

function listen(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}
