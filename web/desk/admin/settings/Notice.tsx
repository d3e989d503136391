import { LANGUAGES, type Language, useTexts } from '../../lib/language.tsx';
import { Field } from '../../parts/Field.tsx';
import { languageNames } from '../../texts.ts';
import { type Draft, type Faults, NOTICE_LIMIT } from './draft.ts';
import { texts } from './texts.ts';

interface Props {
  readonly notice: Draft['notice'];
  readonly faults: Faults['notice'];
  readonly onChange: (notice: Draft['notice']) => void;
}

/** The notice in every language, each beside what the customer sees of it. */
export function Notice({ notice, faults, onChange }: Props) {
  const t = useTexts(texts);
  const words = (language: Language) => {
    const fault = faults[language];
    return fault === undefined ? null : t[fault];
  };
  return (
    <>
      <p className="quiet">{t.noticeHint}</p>
      {LANGUAGES.map((language) => (
        <div className="notice-row" key={language}>
          <Field
            label={t.notice(languageNames[language])}
            about={t.left(NOTICE_LIMIT - notice[language].trim().length)}
            value={notice[language]}
            onChange={(text) => onChange({ ...notice, [language]: text })}
            rows={3}
            lang={language}
            error={words(language)}
          />
          <figure className="notice-preview">
            <figcaption className="field-label">{t.preview}</figcaption>
            {notice[language].trim() === '' ? (
              <p className="quiet">{t.previewEmpty}</p>
            ) : (
              <p className="notice-bubble" lang={language}>
                {notice[language].trim()}
              </p>
            )}
          </figure>
        </div>
      ))}
    </>
  );
}
