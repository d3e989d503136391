import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import type { BookingKind } from '../../../../domain/appointments/booking.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { Form } from './Form.tsx';
import { BOOKING_KINDS } from './labels.ts';
import { optionsOf } from './options.ts';
import { SlotPicker, useSlots } from './SlotPicker.tsx';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly view: ConversationView;
  readonly onClose: () => void;
}
const NO_CASE = '-';
/** Calls back go to no place: capacity is counted for the telephone. */
const PHONE = 'phone';
/** An address in none of the manual's areas. */
const ELSEWHERE = 'elsewhere';

/** Books a visit, a branch or a call for the customer, who is told of it. */
export function BookingDialog({ view, onClose }: Props) {
  const words = useTexts(actionTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<BookingKind>('repair');
  const [service, setService] = useState<string | null>(null);
  const [chosenPlace, setPlace] = useState<string | null>(null);
  const [slot, setSlot] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const [forCase, setForCase] = useState(NO_CASE);
  const place = kind === 'callback' ? PHONE : chosenPlace;
  const slots = useSlots(kind, place);
  const { submit, pending, fault } = useSubmit<{ readonly number?: string }>({
    path: `/conversations/${encodeURIComponent(view.conversation)}/bookings`,
    conversation: view.conversation,
    done: ({ number }) => words.booked(number ?? ''),
    onDone: onClose,
    refusal(error) {
      if (error.status !== 409) return null;
      void slots.refetch();
      return words.slotTaken;
    },
  });
  const places = kind === 'branch' ? catalogue?.branches : catalogue?.areas;
  const visit = kind === 'install' || kind === 'repair';
  return (
    <Dialog title={words.book} open wide onClose={onClose}>
      <Form
        label={words.bookIt}
        ready={service !== null && place !== null && slot !== null && (!visit || address.trim() !== '')}
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() =>
          submit({
            ...{ id, kind, service, place, slot },
            ...(visit ? { address: address.trim() } : {}),
            ...(forCase === NO_CASE ? {} : { case: forCase }),
          })
        }
      >
        <div className="field-row">
          <Select
            label={words.bookingKind}
            value={kind}
            onChange={(chosen) => {
              setKind(chosen);
              setPlace(null);
              setSlot(null);
            }}
            options={optionsOf(catalogue?.bookingKinds, language, BOOKING_KINDS)}
          />
          <Select
            label={words.service}
            value={service}
            onChange={setService}
            options={optionsOf(catalogue?.services, language, Object.keys(catalogue?.services ?? {}))}
          />
          {kind !== 'callback' && (
            <Select
              label={kind === 'branch' ? words.branch : words.place}
              value={chosenPlace}
              onChange={(chosen) => {
                setPlace(chosen);
                setSlot(null);
              }}
              options={[
                ...optionsOf(places, language, Object.keys(places ?? {})),
                ...(kind === 'branch' ? [] : [{ id: ELSEWHERE, name: words.elsewhere }]),
              ]}
            />
          )}
          {view.cases.length > 0 && (
            <Select
              label={words.forCase}
              value={forCase}
              onChange={setForCase}
              options={[
                { id: NO_CASE, name: words.noCase },
                ...view.cases.map(({ number }) => ({ id: number, name: number })),
              ]}
            />
          )}
        </div>
        {visit && (
          <Field label={words.address} value={address} onChange={setAddress} maxLength={300} lang={view.language} />
        )}
        {place !== null && <SlotPicker slots={slots.data} value={slot} onChange={setSlot} />}
      </Form>
    </Dialog>
  );
}
