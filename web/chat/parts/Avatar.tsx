import { Person } from './icons.tsx';

/** A person by their initial; the name beside it is what is read out. */
export function Avatar({ name }: { readonly name: string }) {
  const [initial] = name.trim();
  return (
    <span class="avatar" aria-hidden="true">
      {initial === undefined ? <Person /> : initial.toUpperCase()}
    </span>
  );
}
