/** The first letter of a name, or two of a name in Latin letters; decoration beside the name itself. */
export function Avatar({ name, kind }: { readonly name: string; readonly kind: 'customer' | 'bot' | 'agent' | 'me' }) {
  const words = name.trim().split(/\s+/);
  const latin = /^[A-Za-z]/.test(name) && words.length > 1;
  const letters = latin ? words.slice(0, 2).map((word) => word.charAt(0)) : [[...name.trim()][0] ?? '·'];
  return (
    <span className={`avatar ${kind}`} aria-hidden="true">
      {letters.join('')}
    </span>
  );
}
