import type { Attachment } from '../activity.ts';
import { attachmentAddress, isPicture } from '../files.ts';
import type { Texts } from '../texts.ts';
import { Paper } from './icons.tsx';

interface Props {
  readonly attachment: Attachment;
  /** Only at an address of ours is it opened at all. */
  readonly ours: boolean;
  readonly words: Texts;
}

/** A picture of ours is shown, everything else is a link to open; a file on its way shows only its name. */
export function Attached({ attachment, ours, words }: Props) {
  const { name, contentType } = attachment;
  const address = attachmentAddress(attachment.url);
  if (address === undefined || (ours && address.origin !== location.origin)) return <FileName name={name} />;
  const shown = isPicture(contentType) && address.origin === location.origin;
  return (
    <a class="attached" href={address.href} target="_blank" rel="noopener noreferrer nofollow">
      {shown ? <img src={address.href} alt={words.picture(name)} loading="lazy" /> : <FileName name={name} />}
      <span class="hidden">{` (${words.newTab})`}</span>
    </a>
  );
}

function FileName({ name }: { readonly name: string }) {
  return (
    <span class="file">
      <Paper />
      <span>{name}</span>
    </span>
  );
}
