import { attachmentAddress, isPicture } from '../../../chat/files.ts';
import { useTexts } from '../../lib/language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { threadTexts } from './texts.ts';

interface Props {
  readonly attachment: { readonly contentType: string; readonly url: string; readonly name: string };
}

/** A picture of our own server inline, any other file as a link; only a name where the reader may not open it. */
export function Attached({ attachment: { contentType, url, name } }: Props) {
  const words = useTexts(threadTexts);
  const address = url === '' ? undefined : attachmentAddress(url);
  const shown = name === '' ? words.file : name;
  if (address === undefined) {
    return (
      <span className="file">
        <Icon name="paper" />
        {shown}
        {url === '' && <span className="quiet">({words.closedFile})</span>}
      </span>
    );
  }
  // the page's policy shows pictures of its own origin only
  const picture = isPicture(contentType) && address.origin === location.origin;
  return (
    <a className={picture ? 'picture' : 'file'} href={address.href} target="_blank" rel="noopener noreferrer nofollow">
      {picture ? (
        <img src={address.href} alt={words.picture(shown)} loading="lazy" decoding="async" />
      ) : (
        <>
          <Icon name="paper" />
          {shown}
          <span className="hidden">{` (${words.newTab})`}</span>
        </>
      )}
    </a>
  );
}
