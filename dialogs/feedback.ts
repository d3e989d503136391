import { z } from 'zod';
import { FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import { read } from './form.ts';
import { tellingQuestion } from './questions/telling.ts';

/** OSM 2.3.1: praise and suggestions are recorded and answered. */
const answers = z.strictObject({ kind: z.enum(['praise', 'suggest']), what: z.string().max(4000) });
type Feedback = z.infer<typeof answers>;

export const feedback = anyForm<Feedback, null>({
  name: 'feedback',
  title: FORM_TITLES.feedback,
  answers,
  confirms: true,
  facts: async () => null,
  questions: {
    kind: {
      label: FIELDS.request,
      fixed: true,
      ask: () => say('tellFeedback'),
      read: () => read('suggest'),
      show: () => null,
    },
    what: tellingQuestion<Feedback, null>(FIELDS.what, () => say('tellFeedback'), [
      'feedback.praise',
      'feedback.suggest',
    ]),
  },
  submit: async (given, _facts, scene, instance) => {
    const filed = await fileCase(
      { kind: 'feedback', category: given.kind, answers: { what: given.what } },
      scene,
      instance,
    );
    return {
      kind: 'done',
      says: [
        say(
          'feedbackTaken',
          { number: filed.number, promises: promises(scene.manual, filed) },
          { card: caseCard(scene.manual, filed) },
        ),
      ],
    };
  },
});
