import type { Message } from '../message.ts';
import type { Texts } from '../texts.ts';
import { SlotPicker } from './SlotPicker.tsx';

interface Props {
  readonly messages: readonly Message[];
  readonly words: Texts;
  readonly onSay: (text: string) => void;
}

/** What may be chosen now: the last message's quick replies, and the slots offered since the customer last spoke. */
export function Offers({ messages, words, onSay }: Props) {
  const said = messages.filter(({ delivery }) => delivery.kind !== 'failed');
  const spoke = said.findLastIndex(({ speaker }) => speaker === 'customer');
  const offered = said.slice(spoke + 1).findLast(({ card }) => card?.kind === 'slots');
  const last = said.at(-1);
  // a picker offers the same slots and more: its message's quick replies are for clients that have none
  const choices = last?.speaker === 'bot' && last.card?.kind !== 'slots' ? last.choices : [];
  return (
    <>
      {offered?.card?.kind === 'slots' && (
        <SlotPicker key={offered.key} days={offered.card.days} words={words} onSay={onSay} />
      )}
      {choices.length > 0 && (
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
