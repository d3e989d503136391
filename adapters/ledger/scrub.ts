import type { CaseAnswers } from '../../domain/cases/case.ts';
import type { HearingContext } from '../../nlu/heard.ts';
import { maskAnswers } from '../operator/masking.ts';

/** Answers that say who somebody is, where they live, or repeat a whole form. */
const CONTACT = new Set(['name', 'phone', 'address', 'place', 'contact', 'gathered']);
const GONE = '[…]';

/** What is known of a customer, as it may stand in anybody's words; shorter than two characters it means nothing there. */
export type Details = readonly string[];

/** Words without who said them: what is known of the customer, and whatever else is found to be personal. */
export function scrubWords(text: string, details: Details, reading: HearingContext): string {
  const known = details.toSorted((one, other) => other.length - one.length);
  const rest = known.reduce((all, each) => (each.length < 2 ? all : all.replaceAll(each, GONE)), text);
  return String(maskAnswers({ words: rest }, reading).words);
}

/** The record that stays of a case: no name, phone or address, neither as such nor in its words. */
export function scrubAnswers(answers: CaseAnswers, details: Details, reading: HearingContext): CaseAnswers {
  const clean = (value: CaseAnswers[string]): CaseAnswers[string] => {
    if (typeof value === 'string') return scrubWords(value, details, reading);
    return typeof value === 'object' && value !== null
      ? value.map((each) => scrubWords(each, details, reading))
      : value;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, CONTACT.has(key) ? null : clean(value)]),
  );
}

/** A phone number as customers write it, beside its E.164 form. */
export function writtenForms(phone: string): Details {
  const local = phone.replace(/^\+(86|886|852|853)/, '');
  return [phone, `0${local}`, local];
}
