/** Talks to widget.js when the page lives in its frame. The host's origin is known from its first message. */
let host: string | undefined;
let open = true;
/** Messages already there when the panel was closed. */
let seen = 0;
let latest = 0;

if (window.parent !== window) {
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || (data !== 'shouwen:opened' && data !== 'shouwen:closed')) return;
    host = origin;
    open = data === 'shouwen:opened';
    seen = latest;
    tellHost(latest, true);
    if (open) document.querySelector('textarea')?.focus();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && host !== undefined) parent.postMessage('shouwen:close', host);
  });
}

/** Messages from the bot or an agent so far; what came while the panel was closed goes to the badge. */
export function tellHost(count: number, caughtUp: boolean): void {
  latest = count;
  if (open || !caughtUp) seen = count;
  if (host !== undefined) parent.postMessage({ shouwen: 'unread', count: Math.max(0, count - seen) }, host);
}
