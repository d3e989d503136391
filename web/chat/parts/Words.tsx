import { pieces } from '../links.ts';
import type { Texts } from '../texts.ts';

/** Plain text with its web addresses and telephone numbers made links. Nothing in it is ever markup. */
export function Words({ text, words }: { readonly text: string; readonly words: Texts }) {
  return pieces(text).map((piece) => {
    if (piece.kind === 'text') return piece.text;
    if (piece.href.startsWith('tel:')) {
      return (
        <a key={piece.at} href={piece.href}>
          {piece.text.slice('tel:'.length)}
        </a>
      );
    }
    return (
      <a key={piece.at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
        <span class="hidden">{` (${words.newTab})`}</span>
      </a>
    );
  });
}
