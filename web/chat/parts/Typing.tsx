import type { Attendance } from '../attendance.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly attendance: Attendance;
  readonly words: Texts;
}

/** Somebody is writing: an agent by name, the bot by dots alone. */
export function Typing({ attendance, words }: Props) {
  const agent = attendance.with === 'agent' ? attendance : undefined;
  return (
    <div class="typing" data-testid="typing">
      <i />
      <i />
      <i />
      <span class={agent ? 'typist' : 'hidden'}>
        {words.writes(agent ? agent.name || words.agent : words.operator)}
      </span>
    </div>
  );
}
