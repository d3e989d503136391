import type { LinkState } from '../directLine.ts';
import type { Texts } from '../texts.ts';

/** Says when the line is down. The element is always there, so that screen readers notice the words coming in. */
export function LinkLine({ link, words }: { readonly link: LinkState; readonly words: Texts }) {
  return (
    <p class="link-line" role="status" data-link={link}>
      {link === 'offline' ? words.offline : ''}
    </p>
  );
}
