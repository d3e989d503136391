import { useTexts } from '../../lib/language.tsx';
import type { Outgoing } from '../../lib/outbox.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useDesk } from '../DeskContext.tsx';
import { Attached } from './Attached.tsx';
import { threadTexts } from './texts.ts';
import { Words } from './Words.tsx';

interface Props {
  readonly message: Outgoing;
  readonly opens: boolean;
  readonly lang: string;
}

/** A message of mine that is not in the transcript yet, or did not get there. */
export function OutgoingLine({ message, opens, lang }: Props) {
  const words = useTexts(threadTexts);
  const desk = useDesk();
  const { id, text, files, state, failure } = message;
  return (
    <div className="said me" data-opens={opens} data-state={state}>
      {opens ? <Avatar name={words.me} kind="me" /> : <span className="avatar-gap" />}
      <div className="said-body">
        <p className={opens ? 'said-who' : 'hidden'}>
          <strong>{words.me}</strong>
        </p>
        <div className="bubble" lang={lang}>
          {text !== '' && (
            <p className="text">
              <Words text={text} />
            </p>
          )}
          {files.map((file) => (
            <Attached key={file.url} attachment={file} />
          ))}
        </div>
        {state === 'failed' && failure !== null ? (
          <div className="delivery failed" role="alert">
            <Icon name="warning" />
            <span>
              {words.notDelivered} · {words.failures[failure]}
            </span>
            <Button small label={words.retry} onPress={() => desk.retry(id)} />
            <Button small variant="plain" label={words.discard} onPress={() => desk.discard(id)} />
          </div>
        ) : (
          <p className="delivery">
            {state === 'taken' && <Icon name="tick" />}
            {state === 'taken' ? words.sent : `${words.sending}…`}
          </p>
        )}
      </div>
    </div>
  );
}
