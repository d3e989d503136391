import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { queueTexts } from '../queue/texts.ts';
import { Section } from './ContextPane.tsx';
import { Reveal } from './Reveal.tsx';
import { contextTexts } from './texts.ts';

const TONES = { none: 'neutral', claimed: 'warn', code: 'ok' } as const;

/** Who it is, masked; what they agreed to. */
export function Customer({ view }: { readonly view: ConversationView }) {
  const words = useTexts(contextTexts);
  const queue = useTexts(queueTexts);
  const { customer, conversation, mine } = view;
  return (
    <Section title={words.customer}>
      <dl className="pairs">
        <div>
          <dt>{words.name}</dt>
          <dd>
            <Reveal conversation={conversation} field="name" masked={customer.name} what={words.name} allowed={mine} />
          </dd>
        </div>
        <div>
          <dt>{words.phone}</dt>
          <dd className="number">
            <Reveal
              conversation={conversation}
              field="phone"
              masked={customer.phone}
              what={words.phone}
              allowed={mine}
            />
          </dd>
        </div>
        <div>
          <dt>{words.assurance}</dt>
          <dd>
            <Badge tone={TONES[customer.assurance]}>{words.assurances[customer.assurance]}</Badge>
          </dd>
        </div>
        {customer.consents.length > 0 && (
          <div>
            <dt>{words.consents}</dt>
            <dd>
              {customer.consents.map(({ purpose, channel, given }) => (
                <Badge key={`${purpose} ${channel}`} tone={given ? 'ok' : 'neutral'}>
                  {words.purposes[purpose] ?? purpose} · {queue.channel(channel)} ·{' '}
                  {given ? words.given : words.withdrawn}
                </Badge>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
