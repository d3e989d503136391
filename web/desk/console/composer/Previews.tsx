import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/icons.tsx';
import type { DraftFile } from './drafts.ts';
import { composerTexts } from './texts.ts';

interface Props {
  readonly files: readonly DraftFile[];
  readonly onRemove: (key: string) => void;
}

/** Files of the next message. */
export function Previews({ files, onRemove }: Props) {
  const words = useTexts(composerTexts);
  if (files.length === 0) return null;
  return (
    <ul className="previews">
      {files.map(({ key, name, preview, sent }) => (
        <li key={key} data-ready={sent !== null}>
          {preview === null ? <Icon name="paper" /> : <img src={preview} alt="" />}
          <span className="cut">{name}</span>
          {sent === null && <span className="spinner" role="status" aria-label={words.uploading(name)} />}
          <Button
            label={words.remove(name)}
            icon="cross"
            iconOnly
            small
            variant="plain"
            onPress={() => onRemove(key)}
          />
        </li>
      ))}
    </ul>
  );
}
