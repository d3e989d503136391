import { FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { type Complaint, complaintAnswers, complaintQuestions } from './complaintQuestions.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import { nextInstance } from './nextInstance.ts';
import type { Person } from './person.ts';
import { recordConsent, refusal } from './questions/consent.ts';
import { type ContactFacts, contactFacts, contactOf, saveContact } from './questions/contact.ts';

/** OSM 7.1: a complaint is registered at once, classified from the story, and answered for by a team. */
export const complaint = anyForm<Complaint, ContactFacts>({
  name: 'complaint',
  title: FORM_TITLES.complaint,
  answers: complaintAnswers,
  questions: complaintQuestions,
  confirms: true,
  facts: (_given, scene) => contactFacts(scene),
  remarks: (before, after, _facts, scene) => {
    if (before.story !== undefined || after.story === undefined || !after.category || !after.severity)
      return refusal(before, after);
    const heard = say('heardYou', {
      category: scene.manual.complaintCategories[after.category].names,
      also: (after.others ?? []).map((id) => scene.manual.complaintCategories[id].names),
    });
    return [heard];
  },
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const contact = contactOf(given, facts);
    const filed = await fileCase(
      {
        kind: 'complaint',
        category: given.category,
        alsoCategories: given.others.filter((id) => id !== given.category),
        severity: given.severity,
        answers: {
          story: given.story,
          remedy: given.remedy || null,
          name: contact?.name ?? null,
          phone: contact?.phone ?? null,
        },
      },
      scene,
      instance,
    );
    // CSG 2.2.1: a major one goes straight to the duty manager, in person where somebody is there
    const person: Person = {
      reason: 'major-complaint',
      words: given.story.slice(0, 500),
      filed: { form: 'complaint', answers: { ...given, case: filed.number }, team: filed.owner, severity: 'major' },
    };
    return {
      kind: 'done',
      ...(given.severity === 'major' ? { person } : {}),
      says: [
        say(
          'complaintTaken',
          { number: filed.number, promises: promises(scene.manual, filed), major: given.severity === 'major' },
          { card: caseCard(scene.manual, filed) },
        ),
        nextInstance(scene),
      ],
    };
  },
});
