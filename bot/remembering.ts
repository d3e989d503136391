import type { Ledger } from '../domain/ledger.ts';

/**
 * A ledger for one turn that asks the store for the same thing once. A form reads its facts several times while a turn
 * works out what was said; within a turn they must also be the same. Any write forgets all that was read.
 */
export function remembering(ledger: Ledger): Ledger {
  const known = new Map<string, Promise<unknown>>();

  function once<A extends readonly unknown[], R>(
    name: string,
    ask: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R> {
    return (...args) => {
      const key = `${name} ${JSON.stringify(args)}`;
      const before = known.get(key);
      if (before) return before as Promise<R>;
      const answer = ask(...args);
      known.set(key, answer);
      return answer;
    };
  }
  function write<A extends readonly unknown[], R>(act: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      try {
        return await act(...args);
      } finally {
        known.clear();
      }
    };
  }

  const { cases, bookings, customers, personalData, outages } = ledger;
  return {
    ...ledger,
    cases: {
      register: write((...a) => cases.register(...a)),
      move: write((...a) => cases.move(...a)),
      note: write((...a) => cases.note(...a)),
      pause: write((...a) => cases.pause(...a)),
      resume: write((...a) => cases.resume(...a)),
      reclassify: write((...a) => cases.reclassify(...a)),
      find: once('case', (...a) => cases.find(...a)),
      ofCustomer: once('cases', (...a) => cases.ofCustomer(...a)),
      list: (...a) => cases.list(...a),
    },
    bookings: {
      book: write((...a) => bookings.book(...a)),
      move: write((...a) => bookings.move(...a)),
      cancel: write((...a) => bookings.cancel(...a)),
      settle: write((...a) => bookings.settle(...a)),
      taken: once('taken', (...a) => bookings.taken(...a)),
      find: once('booking', (...a) => bookings.find(...a)),
      upcoming: once('upcoming', (...a) => bookings.upcoming(...a)),
      between: (...a) => bookings.between(...a),
    },
    customers: {
      ofSource: (...a) => customers.ofSource(...a),
      saveContact: write((...a) => customers.saveContact(...a)),
      recordConsent: write((...a) => customers.recordConsent(...a)),
      contact: once('contact', (...a) => customers.contact(...a)),
      consents: once('consents', (...a) => customers.consents(...a)),
      findByPhone: (...a) => customers.findByPhone(...a),
      seen: (...a) => customers.seen(...a),
      standing: (...a) => customers.standing(...a),
      sources: (...a) => customers.sources(...a),
      latestConversation: (...a) => customers.latestConversation(...a),
      startLink: write((...a) => customers.startLink(...a)),
      finishLink: write((...a) => customers.finishLink(...a)),
      prove: (...a) => customers.prove(...a),
      unlink: write((...a) => customers.unlink(...a)),
      unlinkOthers: write((...a) => customers.unlinkOthers(...a)),
    },
    personalData: {
      held: once('held', (...a) => personalData.held(...a)),
      correct: write((...a) => personalData.correct(...a)),
      forget: write((...a) => personalData.forget(...a)),
      exported: (...a) => personalData.exported(...a),
      forgetOver: (...a) => personalData.forgetOver(...a),
      expire: (...a) => personalData.expire(...a),
    },
    outages: {
      open: write((...a) => outages.open(...a)),
      update: write((...a) => outages.update(...a)),
      confirm: write((...a) => outages.confirm(...a)),
      dismiss: write((...a) => outages.dismiss(...a)),
      follow: write((...a) => outages.follow(...a)),
      find: (...a) => outages.find(...a),
      active: once('outage', (...a) => outages.active(...a)),
      suspected: once('suspicion', (...a) => outages.suspected(...a)),
      following: (...a) => outages.following(...a),
      spread: (...a) => outages.spread(...a),
    },
  };
}
