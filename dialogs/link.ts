import { z } from 'zod';
import { LINK_DIGITS, type LinkFinished } from '../domain/customers/identity.ts';
import type { ConversationId, CustomerId, IdempotencyKey, MessageId } from '../domain/ids.ts';
import { FIELDS, FORM_TITLES, LINK } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { choicesOf, pickChoice } from './choices.ts';
import { anyForm } from './filling.ts';
import { problem, type Questions, read, type Submitted } from './form.ts';
import { asksForCode, codeIn, isCode } from './linkWords.ts';
import { keyOf, type Scene } from './scene.ts';
import { yesNo } from './yesNo.ts';

const answers = z.strictObject({
  way: z.enum(['get', 'enter', 'unlink']),
  code: z.string().length(LINK_DIGITS).optional(),
  sure: z.enum(['yes', 'no']).optional(),
});
type Link = z.infer<typeof answers>;

/** What this conversation's customer has. */
interface LinkFacts {
  readonly cases: number;
  readonly bookings: number;
  /** There is something to be found from another channel. */
  readonly known: boolean;
}

/** One for each message: by it a repeated turn knows that it was itself who made somebody another customer. */
export function linkKey(conversation: ConversationId, message: MessageId): IdempotencyKey {
  return keyOf({ conversation }, message, 'link');
}

async function recordsOf({ ledger, now }: Scene, customer: CustomerId) {
  const [cases, bookings] = await Promise.all([
    ledger.cases.ofCustomer(customer, 'open'),
    ledger.bookings.upcoming(customer, now),
  ]);
  return { cases: cases.length, bookings: bookings.length };
}

async function linkFacts(scene: Scene): Promise<LinkFacts> {
  const [records, contact] = await Promise.all([
    recordsOf(scene, scene.customer),
    scene.ledger.customers.contact(scene.customer),
  ]);
  return { ...records, known: records.cases + records.bookings > 0 || contact.phone !== null };
}

const questions: Questions<Link, LinkFacts> = {
  way: {
    label: FIELDS.request,
    fixed: true,
    ask: () => say('askLinkCode'),
    // whoever has records here wants to see them elsewhere; whoever has none comes from elsewhere
    known: ({ known }) => (known ? 'get' : 'enter'),
    read: () => undefined,
    show: () => null,
  },
  code: {
    label: FIELDS.code,
    fixed: true,
    when: ({ way }) => way === 'enter',
    ask: () => say('askLinkCode'),
    choices: () => choicesOf({ get: LINK.get }),
    pick: () => undefined,
    read: ({ text }, manner) => {
      if (manner === 'asked' && (asksForCode(text) || pickChoice(text, choicesOf({ get: LINK.get }))))
        return { kind: 'instead', answers: { way: 'get' } };
      const digits = manner === 'volunteered' ? null : codeIn(text);
      if (digits === null) return undefined;
      return isCode(digits) ? read(digits) : problem(say('linkCodeShape', { digits: LINK_DIGITS }));
    },
    show: () => null,
  },
  sure: {
    label: FIELDS.sure,
    fixed: true,
    when: ({ way }, { cases, bookings }) => way === 'unlink' || (way === 'enter' && cases + bookings > 0),
    ask: ({ way }, { cases, bookings }) =>
      way === 'unlink' ? say('sureToUnlink') : say('sureToLink', { cases, bookings }),
    choices: ({ way }) =>
      choicesOf(way === 'unlink' ? { yes: LINK.unlink, no: LINK.stay } : { yes: LINK.link, no: LINK.dont }),
    pick: (value) => read(value === 'yes' ? 'yes' : 'no'),
    read: (heard, manner) => {
      const said = manner === 'asked' ? yesNo(heard) : null;
      return said === null ? undefined : read(said);
    },
    show: () => null,
  },
};

/**
 * One customer on several channels: a code from where the customer is known, said where they are not yet. Nothing of the
 * other side is told before the right code, and what stands here is shared only after a yes.
 */
export const link = anyForm<Link, LinkFacts>({
  name: 'link',
  title: FORM_TITLES.link,
  answers,
  confirms: false,
  facts: (_given, scene) => linkFacts(scene),
  questions,
  submit: async ({ way, code, sure }, _facts, scene) => {
    const { customers } = scene.ledger;
    const key = linkKey(scene.conversation, scene.message);
    if (sure === 'no') return { kind: 'done', says: [say('kept')] };
    if (way === 'unlink') {
      const customer = await customers.unlink(scene.source, key, scene.now);
      return { kind: 'done', says: [say('unlinked')], turnedOut: { customer, stranger: true } };
    }
    if (way === 'get') {
      const digits = await customers.startLink(scene.customer, scene.source, key, scene.now);
      return { kind: 'done', says: [say('linkCode', { code: digits })] };
    }
    return ended(await customers.finishLink(scene.source, code ?? '', key, scene.now), scene);
  },
});

async function ended(finished: LinkFinished, scene: Scene): Promise<Submitted> {
  switch (finished.kind) {
    case 'linked': {
      const { customer } = finished;
      const found = await recordsOf(scene, customer);
      return { kind: 'done', says: [say('linked', found)], turnedOut: { customer, stranger: false } };
    }
    case 'wrong':
      return { kind: 'again', says: [say('linkWrong', { left: finished.left })], clear: ['code'] };
    case 'expired':
      return { kind: 'again', says: [say('linkExpired')], clear: ['code'] };
    case 'same':
      return { kind: 'done', says: [say('linkSame')] };
    case 'locked':
      return { kind: 'done', says: [say('linkLocked', { hotline: scene.manual.operator.hotline })] };
  }
}
