import type { Attendance } from '../attendance.ts';
import type { Message } from '../message.ts';
import { scaleOf } from '../scale.ts';
import type { Texts } from '../texts.ts';
import { ScalePicker } from './ScalePicker.tsx';
import { SlotPicker } from './SlotPicker.tsx';

interface Props {
  readonly messages: readonly Message[];
  readonly attendance: Attendance;
  readonly words: Texts;
  readonly onSay: (text: string) => void;
}

/** What may be chosen now: the last message's quick replies, and the slots offered since the customer last spoke. */
export function Offers({ messages, attendance, words, onSay }: Props) {
  const said = messages.filter(({ delivery }) => delivery.kind !== 'failed');
  const spoke = said.findLastIndex(({ speaker }) => speaker === 'customer');
  const offered = said.slice(spoke + 1).findLast(({ card }) => card?.kind === 'slots');
  const last = said.at(-1);
  // a picker offers the same slots and more: its message's quick replies are for clients that have none
  const own = last?.speaker === 'bot' && last.card?.kind !== 'slots';
  // and so does the waiting card for the ways out of a long wait
  const shown = own && !(attendance.with === 'waiting' && last.said === 'handoffPlace');
  const choices = shown ? last.choices : [];
  const scale = scaleOf(last?.said ?? '', choices);
  return (
    <>
      {offered?.card?.kind === 'slots' && (
        <SlotPicker key={offered.key} days={offered.card.days} words={words} onSay={onSay} />
      )}
      {scale && <ScalePicker scale={scale} language={last?.language} words={words} onSay={onSay} />}
      {scale === undefined && choices.length > 0 && (
        <fieldset class="replies" aria-label={words.replies} lang={last?.language}>
          {choices.map(({ title, value }) => (
            <button type="button" key={title} onClick={() => onSay(value)}>
              {title}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}
