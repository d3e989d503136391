import type { z } from 'zod';
import type { CustomerId, Names } from '../domain/ids.ts';
import type { Choice, Row, Say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import type { Person } from './person.ts';
import type { Scene } from './scene.ts';
import type { FormName, Offer } from './state.ts';

export type Json = z.infer<ReturnType<typeof z.json>>;

/**
 * What reading an utterance for one question gave. `problem`: understood, but it will not do; the question stays open.
 * `reopen`: it takes the former answer back without giving a new one ("another day"), so the question is put again.
 * `instead`: it answers other questions of the form, by key (the name, where name and phone are asked).
 */
export type Reading<V> =
  | { readonly kind: 'value'; readonly value: V }
  | { readonly kind: 'problem'; readonly say: Say }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'instead'; readonly answers: Record<string, Json> };
export const read = <V>(value: V): Reading<V> => ({ kind: 'value', value });
export const reopen: Reading<never> = { kind: 'reopen' };
export const problem = (say: Say): Reading<never> => ({ kind: 'problem', say });

/**
 * How the utterance meets the question:
 * `asked`: this question was just put, a bare value counts;
 * `volunteered`: another one was open, only what is unmistakable counts;
 * `opening`: the utterance that began the form.
 */
export type Manner = 'asked' | 'volunteered' | 'opening';

export interface Question<A, V, F> {
  /** Name on summaries, in "what to change" and in corrections. */
  readonly label: Names;
  readonly ask: (answers: Partial<A>, facts: F, scene: Scene) => Say;
  /** Put this way when it is put again. */
  readonly again?: (answers: Partial<A>, facts: F, scene: Scene) => Say;
  readonly choices?: (answers: Partial<A>, facts: F, scene: Scene) => readonly Choice[];
  readonly read: (heard: Heard, manner: Manner, answers: Partial<A>, facts: F, scene: Scene) => Reading<V> | undefined;
  /** The value of a pressed or typed quick reply; left out when the value is its own answer. */
  readonly pick?: (value: string, answers: Partial<A>, facts: F, scene: Scene) => Reading<V> | undefined;
  /** Whether the question is put at all; the answer of one that no longer applies is dropped. */
  readonly when?: (answers: Partial<A>, facts: F, scene: Scene) => boolean;
  /** What the ledger holds as the answer, so that it is shown instead of asked; null when it holds none. */
  readonly known?: (facts: F) => V | null;
  /** Whether a stored answer still holds (a slot may have passed). */
  readonly holds?: (value: V, facts: F, scene: Scene) => boolean;
  /** What stands as the answer of a customer who does not know it; without one the question stays open. */
  readonly unsure?: Json;
  /** What is said to a customer who asks why, or would rather not answer, now (`asked`) or beforehand; the open question follows. */
  readonly objection?: (heard: Heard, asked: boolean, answers: Partial<A>) => Say | null;
  /** How the answer stands on the summary; null leaves it out. */
  readonly show?: (value: V, answers: Partial<A>, scene: Scene) => Names | string | null;
  /** What else is told of it later, added to the answer; null when the utterance tells no more of it. */
  readonly more?: (heard: Heard, value: V) => V | null;
  /** Free text: `words` takes a phrase, `story` takes whatever is told, so that only short commands interrupt it. */
  readonly free?: 'words' | 'story';
  /** Cannot be picked or corrected by name (consent, proof). */
  readonly fixed?: boolean;
  /** Read again from every utterance (a wish that narrows another question). */
  readonly renews?: boolean;
  /** Understood from the story of the form: "back" passes over it, and telling the story anew reads it anew. */
  readonly implied?: boolean | ((answers: Partial<A>) => boolean);
}

export type Questions<A, F> = { readonly [K in keyof A & string]-?: Question<A, Exclude<A[K], undefined>, F> };

/** Who writes here is another customer of the ledger from now on: the same person, or (`stranger`) somebody else. */
export interface TurnedOut {
  readonly customer: CustomerId;
  readonly stranger: boolean;
}

/** What handing in gave: replies, and what follows (an offer, a person). `again` clears answers and asks on (a slot was taken meanwhile). */
export type Submitted =
  | {
      readonly kind: 'done';
      readonly says: readonly Say[];
      readonly offer?: Offer;
      /** It goes on with a person. */
      readonly person?: Person;
      readonly turnedOut?: TurnedOut;
    }
  | { readonly kind: 'again'; readonly says: readonly Say[]; readonly clear: readonly string[] };

/** A dialog: questions and one `submit`. The engine does the rest, once for all forms. */
export interface Form<A extends Record<string, Json | undefined>, F = null> {
  readonly name: FormName;
  readonly title: Names;
  readonly answers: z.ZodType<A>;
  readonly questions: Questions<A, F>;
  /** What questions need from the ledger; read once before reading and once after answers changed. */
  readonly facts: (answers: Partial<A>, scene: Scene, instance: string) => Promise<F>;
  /** Said once when answers have come in, before the next question (sympathy, what was noted, an outage). */
  readonly remarks?: (before: Partial<A>, after: Partial<A>, facts: F, scene: Scene) => readonly Say[];
  /** Ends the form early without filing (the self-check helped, nothing to show), or takes answers back (a wrong proof). */
  readonly stop?: (answers: Partial<A>, facts: F, scene: Scene) => Submitted | null;
  /** Rows before the answers on the summary that follow from them (category, severity). */
  readonly derived?: (answers: Partial<A>, scene: Scene) => readonly Row[];
  /** Whether a summary is shown and confirmed before handing in; forms that file something do. */
  readonly confirms: boolean;
  /** Answers that end it early: given up, it hands in what was answered instead of being dropped. */
  readonly closing?: Partial<A>;
  readonly submit: (answers: A, facts: F, scene: Scene, instance: string) => Promise<Submitted>;
}

/** A form of any answers, as the engine holds it. */
export interface AnyForm {
  readonly name: FormName;
  readonly title: Names;
  readonly confirms: boolean;
  readonly closing: Record<string, Json> | null;
  readonly keys: readonly string[];
  open(answers: Record<string, Json>, scene: Scene, instance: string): Promise<Filling>;
}

/** A form with its answers and facts in one turn: what the engine asks of it. */
export interface Filling {
  readonly answers: Record<string, Json>;
  question(key: string): {
    label: Names;
    free: 'words' | 'story' | null;
    fixed: boolean;
    renews: boolean;
    implied: boolean;
    /** Null: it cannot be left open. */
    unsure: Json | null;
    objection: (heard: Heard, asked: boolean) => Say | null;
    ask: () => Say;
    /** The shorter wording for putting it again; null when it has none. */
    again: () => Say | null;
    choices: () => readonly Choice[];
    read: (heard: Heard, manner: Manner) => Reading<Json> | undefined;
    pick: (value: string) => Reading<Json> | undefined;
    more: (heard: Heard) => Json | null;
  };
  /** First question that applies and has no answer; null when complete. */
  next(): string | null;
  rows(): readonly Row[];
  /** A new filling with other answers; inapplicable and stale ones dropped. */
  with(answers: Record<string, Json>): Promise<Filling>;
  remarks(before: Record<string, Json>): readonly Say[];
  stop(): Submitted | null;
  submit(): Promise<Submitted>;
}
