import type { ReactNode } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { shortDate } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useAgents, useCatalogue } from '../../lib/queries.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { useActions } from '../ActionsContext.tsx';
import { useConversation } from '../DeskContext.tsx';
import { queueTexts } from '../queue/texts.ts';
import { CaseItem } from './CaseItem.tsx';
import { Customer } from './Customer.tsx';
import { contextTexts } from './texts.ts';

/** Right: the customer, what is known, and what is open. */
export function ContextPane({ conversation }: { readonly conversation: string }) {
  const words = useTexts(contextTexts);
  const { toggleContext } = useActions();
  const { data: view } = useConversation(conversation);
  return (
    <section className="pane context" aria-label={words.pane}>
      <header className="context-head">
        <h2>{words.pane}</h2>
        <Button label={words.close} icon="cross" iconOnly small variant="plain" onPress={toggleContext} />
      </header>
      {view && <Sections view={view} />}
    </section>
  );
}

function Sections({ view }: { readonly view: ConversationView }) {
  const words = useTexts(contextTexts);
  const language = useLanguage();
  const { open } = useActions();
  const { cases, bookings, earlier, understood, mine } = view;
  return (
    <div className="context-body">
      <Customer view={view} />
      <Section title={words.understood}>
        {understood.slots.length === 0 ? (
          <p className="quiet">{words.noSlots}</p>
        ) : (
          <dl className="pairs">
            {understood.slots.map(({ field, label, value }) => (
              <div key={field}>
                <dt>{label[language]}</dt>
                <dd lang={view.language}>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      <Section
        title={words.cases}
        count={cases.length}
        action={
          mine && <Button small variant="plain" icon="plus" label={words.fileCase} onPress={() => open('case')} />
        }
      >
        {cases.length === 0 && <p className="quiet">{words.noCases}</p>}
        {cases.map((file) => (
          <CaseItem key={file.number} file={file} view={view} />
        ))}
      </Section>
      <Section
        title={words.bookings}
        count={bookings.length}
        action={mine && <Button small variant="plain" icon="plus" label={words.book} onPress={() => open('book')} />}
      >
        {bookings.length === 0 && <p className="quiet">{words.noBookings}</p>}
        {bookings.map((booking) => (
          <Booking key={booking.number} booking={booking} />
        ))}
      </Section>
      <Section title={words.earlier} count={earlier.length}>
        {earlier.length === 0 && <p className="quiet">{words.noEarlier}</p>}
        <ul className="plain-list">
          {earlier.map((each) => (
            <Earlier key={each.handoff} each={each} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}
export function Section({ title, count, action, children }: SectionProps) {
  return (
    <section className="context-section" aria-label={title}>
      <div className="section-head">
        <h3>
          {title}
          {count !== undefined && count > 0 && <span className="tab-count number">{count}</span>}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}

function Booking({ booking }: { readonly booking: ConversationView['bookings'][number] }) {
  const words = useTexts(contextTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const { number, kind, service, place, start, state } = booking;
  const where = catalogue?.branches[place] ?? catalogue?.areas[place];
  return (
    <div className="item">
      <p className="item-head">
        <strong className="number">{number}</strong>
        <Badge tone={state === 'booked' ? 'brand' : 'neutral'}>{words.bookingStates[state]}</Badge>
      </p>
      <p className="quiet">
        {[catalogue?.bookingKinds[kind], catalogue?.services[service], where]
          .flatMap((names) => (names ? [names[language]] : []))
          .join(' · ')}
      </p>
      <p className="number">{shortDate(start, language)}</p>
    </div>
  );
}

function Earlier({ each }: { readonly each: ConversationView['earlier'][number] }) {
  const words = useTexts(contextTexts);
  const queue = useTexts(queueTexts);
  const language = useLanguage();
  const agents = useAgents(true);
  const agent = agents?.find(({ id }) => id === each.agent)?.name;
  return (
    <li className="item">
      <p className="item-head">
        <span>{queue.reasons[each.reason]}</span>
        <time className="quiet number" dateTime={each.requestedAt}>
          {shortDate(each.requestedAt, language)}
        </time>
      </p>
      <p className="quiet">
        {[agent, each.result ? words.results[each.result] : each.how && queue.ends[each.how]]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
