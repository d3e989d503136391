/** Where one is in the console: the part of the address after `#`. */
export type Route =
  | { readonly view: 'desk'; readonly conversation: string | null }
  | { readonly view: 'board' }
  | { readonly view: 'figures' }
  | { readonly view: 'admin'; readonly screen: string }
  | { readonly view: 'account' };

/** Anything unknown is the desk. */
export function readRoute(hash: string): Route {
  const [view, rest = ''] = hash.replace(/^#\/?/, '').split(/\/(.*)/s);
  if (view === 'board' || view === 'figures' || view === 'account') return { view };
  if (view === 'admin') return { view, screen: rest };
  return { view: 'desk', conversation: view === 'c' && rest !== '' ? decoded(rest) : null };
}

export function hashOf(route: Route): string {
  switch (route.view) {
    case 'desk':
      return route.conversation === null ? '#/' : `#/c/${encodeURIComponent(route.conversation)}`;
    case 'admin':
      return route.screen === '' ? '#/admin' : `#/admin/${route.screen}`;
    default:
      return `#/${route.view}`;
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
