import { pieces } from '../../../chat/links.ts';
import { useTexts } from '../../lib/language.tsx';
import { threadTexts } from './texts.ts';

/** Plain text with its web addresses and telephone numbers made links. Nothing in it is ever markup. */
export function Words({ text }: { readonly text: string }) {
  const words = useTexts(threadTexts);
  let at = 0;
  return pieces(text).map((piece) => {
    at += piece.text.length;
    if (piece.kind === 'text') return piece.text;
    if (piece.href.startsWith('tel:')) {
      return (
        <a key={at} href={piece.href}>
          {piece.text.slice('tel:'.length)}
        </a>
      );
    }
    return (
      <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
        <span className="hidden">{` (${words.newTab})`}</span>
      </a>
    );
  });
}
