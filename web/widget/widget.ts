import { placing, words } from './look.ts';

/**
 * The chat as a button on any site: `<script src="https://host/widget.js" async data-language="zh-Hant"></script>`.
 * Leaves no globals, touches nothing of the site but one element at the end of its body, and lets no style in or out.
 */
function place(script: HTMLScriptElement): void {
  const home = new URL('./', script.src);
  const asked = script.dataset.language ?? document.documentElement.lang;
  const text = words(asked);
  const root = document.createElement('div');
  const shadow = root.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(placing);
  shadow.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  button.type = 'button';
  button.lang = text.lang;
  button.textContent = text.open;
  button.setAttribute('aria-expanded', 'false');
  const badge = document.createElement('span');
  badge.setAttribute('role', 'status');
  const panel = document.createElement('div');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', text.title);
  panel.lang = text.lang;
  panel.hidden = true;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = text.close;
  let frame: HTMLIFrameElement | undefined;

  function tell(): void {
    frame?.contentWindow?.postMessage(panel.hidden ? 'shouwen:closed' : 'shouwen:opened', home.origin);
  }

  function show(open: boolean): void {
    if (open === !panel.hidden) return;
    panel.hidden = !open;
    button.hidden = open;
    button.setAttribute('aria-expanded', String(open));
    if (open && frame === undefined) {
      frame = document.createElement('iframe');
      frame.title = text.title;
      frame.allow = 'clipboard-write';
      const address = new URL(home);
      if (asked !== '') address.searchParams.set('lang', asked);
      frame.src = address.href;
      frame.onload = tell;
      panel.append(frame);
    }
    if (open) {
      badge.textContent = '';
      frame?.focus();
    } else button.focus();
    tell();
  }

  button.onclick = () => show(true);
  close.onclick = () => show(false);
  shadow.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape') show(false);
  });
  addEventListener('message', ({ source, origin, data }) => {
    if (frame === undefined || source !== frame.contentWindow || origin !== home.origin) return;
    if (data === 'shouwen:close') show(false);
    else if (data?.shouwen === 'unread' && panel.hidden && Number.isInteger(data.count)) {
      badge.textContent = data.count > 0 ? text.unread(Math.min(data.count, 99)) : '';
    }
  });

  panel.append(close);
  button.append(badge);
  shadow.append(button, panel);
  document.body.append(root);
}

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) {
  if (document.body) place(currentScript);
  else addEventListener('DOMContentLoaded', () => place(currentScript));
}
