import { useEffect, useState } from 'preact/hooks';
import { isPicture } from '../files.ts';
import type { Texts } from '../texts.ts';
import { Cross, Paper } from './icons.tsx';

interface Props {
  readonly files: readonly File[];
  readonly words: Texts;
  readonly onRemove: (rest: readonly File[]) => void;
}

/** The files that go with the next message, each with a way to take it back. */
export function Previews({ files, words, onRemove }: Props) {
  if (files.length === 0) return null;
  return (
    <ul class="previews">
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`}>
          {isPicture(file.type) ? <Thumbnail file={file} /> : <Paper />}
          <span class="file-name">{file.name}</span>
          <button
            type="button"
            class="plain"
            aria-label={words.removeFile(file.name)}
            onClick={() => onRemove(files.filter((each) => each !== file))}
          >
            <Cross />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file }: { readonly file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <img src={address} alt="" />;
}
