import { z } from 'zod';
import type { AnyForm, Filling, Form, Json, Question } from './form.ts';
import { read } from './form.ts';
import type { Scene } from './scene.ts';

/**
 * Closes a typed form over its answers, so that the engine can drive forms of any shape. Stored answers are parsed by the
 * form's own schema, key by key: one of an unknown shape (an older release, a tampered store) is dropped and asked again.
 */
export function anyForm<A extends Record<string, Json | undefined>, F>(form: Form<A, F>): AnyForm {
  const keys = Object.keys(form.questions);

  function questionOf(key: string): Question<A, Exclude<A[keyof A & string], undefined>, F> {
    const question = (
      form.questions as unknown as Record<string, Question<A, Exclude<A[keyof A & string], undefined>, F>>
    )[key];
    if (!question) throw new RangeError(`form ${form.name} has no question ${key}`);
    return question;
  }

  async function open(stored: Record<string, Json>, scene: Scene, instance: string): Promise<Filling> {
    const parsed = keep(form, stored);
    const facts = await form.facts(parsed, scene, instance);
    const answers = recall(settle(parsed, facts, scene), facts, scene);

    return {
      answers: answers as Record<string, Json>,
      question(key) {
        const q = questionOf(key);
        return {
          label: q.label,
          free: q.free ?? null,
          fixed: q.fixed ?? false,
          renews: q.renews ?? false,
          implied: typeof q.implied === 'function' ? q.implied(answers) : (q.implied ?? false),
          unsure: q.unsure ?? null,
          objection: (heard, asked) => q.objection?.(heard, asked, answers) ?? null,
          ask: () => q.ask(answers, facts, scene),
          again: () => q.again?.(answers, facts, scene) ?? null,
          choices: () => q.choices?.(answers, facts, scene) ?? [],
          read: (heard, manner) => q.read(heard, manner, answers, facts, scene),
          more: (heard) => {
            const value = answers[key];
            return value === undefined
              ? null
              : (q.more?.(heard, value as Exclude<A[keyof A & string], undefined>) ?? null);
          },
          pick: (value) => (q.pick ? q.pick(value, answers, facts, scene) : read(value)),
        };
      },
      next() {
        return keys.find((key) => answers[key] === undefined && applies(key, answers, facts, scene)) ?? null;
      },
      rows() {
        const rows = form.derived ? [...form.derived(answers, scene)] : [];
        for (const key of keys) {
          const value = answers[key];
          if (value === undefined) continue;
          const q = questionOf(key);
          const shown = q.show
            ? q.show(value as Exclude<A[keyof A & string], undefined>, answers, scene)
            : String(value);
          if (shown !== null) rows.push({ label: q.label, value: shown });
        }
        return rows;
      },
      with: (changed) => open(changed, scene, instance),
      remarks: (before) => form.remarks?.(keep(form, before), answers, facts, scene) ?? [],
      stop: () => form.stop?.(answers, facts, scene) ?? null,
      submit: () => form.submit(form.answers.parse(answers), facts, scene, instance),
    };
  }

  function applies(key: string, answers: Partial<A>, facts: F, scene: Scene): boolean {
    return questionOf(key).when?.(answers, facts, scene) ?? true;
  }

  /** Drops answers that no longer hold or no longer apply. */
  function settle(answers: Partial<A>, facts: F, scene: Scene): Partial<A> {
    const kept: Record<string, unknown> = { ...answers };
    for (const [key, value] of Object.entries(answers)) {
      const q = questionOf(key);
      const holds = q.holds?.(value as Exclude<A[keyof A & string], undefined>, facts, scene) ?? true;
      if (!holds || !applies(key, kept as Partial<A>, facts, scene)) delete kept[key];
    }
    return kept as Partial<A>;
  }

  /** Adds what the ledger holds, once nothing else stands in the way of asking it. */
  function recall(answers: Partial<A>, facts: F, scene: Scene): Partial<A> {
    const kept: Record<string, unknown> = { ...answers };
    for (const key of keys) {
      const held = answers[key] === undefined ? questionOf(key).known?.(facts) : null;
      if (held !== null && held !== undefined && applies(key, answers, facts, scene)) kept[key] = held;
    }
    return kept as Partial<A>;
  }

  const closing = (form.closing ?? null) as Record<string, Json> | null;
  return { name: form.name, title: form.title, confirms: form.confirms, closing, keys, open };
}

/** The stored answers that the form's schema accepts. */
function keep<A extends Record<string, Json | undefined>, F>(
  form: Form<A, F>,
  stored: Record<string, Json>,
): Partial<A> {
  const shape = form.answers instanceof z.ZodObject ? form.answers.shape : {};
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stored)) {
    const schema: unknown = shape[key];
    if (!(key in form.questions) || !(schema instanceof z.ZodType)) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success && parsed.data !== undefined) kept[key] = parsed.data;
  }
  return kept as Partial<A>;
}
