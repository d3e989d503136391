import { admit, isPicture } from '../../../chat/files.ts';
import { call } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import type { SentFile } from '../../lib/outbox.ts';
import { useToast } from '../../parts/Toast.tsx';
import type { Draft, DraftFile } from './drafts.ts';
import { composerTexts } from './texts.ts';

/** Files chosen, pasted or dropped are uploaded at once, so that sending is only a word. */
export function useFiles(conversation: string, change: (what: (draft: Draft) => Draft) => void) {
  const words = useTexts(composerTexts);
  const say = useToast();

  async function upload(file: File, key: string): Promise<void> {
    const form = new FormData();
    form.append('file', file);
    try {
      const path = `/conversations/${encodeURIComponent(conversation)}/files`;
      const [sent = null] = (await call<{ files: SentFile[] }>('POST', path, form)).files;
      change((draft) => ({
        ...draft,
        files: draft.files.map((each) => (each.key === key ? { ...each, sent } : each)),
      }));
    } catch {
      remove(key);
      say(words.notUploaded(file.name), 'danger');
    }
  }

  function add(have: readonly DraftFile[], added: readonly File[]): void {
    if (added.length === 0) return;
    // only how many there are already matters to what may be added
    const before = have.map(({ name, contentType }) => new File([], name, { type: contentType }));
    const { files, fault } = admit(before, added);
    if (fault !== undefined) say(words[fault], 'danger');
    for (const file of files.slice(before.length)) {
      const key = crypto.randomUUID();
      const preview = isPicture(file.type) ? URL.createObjectURL(file) : null;
      const begun = { key, name: file.name, contentType: file.type, preview, sent: null };
      change((draft) => ({ ...draft, files: [...draft.files, begun] }));
      void upload(file, key);
    }
  }

  function remove(key: string): void {
    change((draft) => {
      const gone = draft.files.find((each) => each.key === key);
      if (gone?.preview) URL.revokeObjectURL(gone.preview);
      return { ...draft, files: draft.files.filter((each) => each.key !== key) };
    });
  }
  return { add, remove };
}
