import { z } from 'zod';
import { FIELDS, FORM_TITLES, PRIVACY } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { sureQuestion } from './appointmentCare.ts';
import { choicesOf } from './choices.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import { read } from './form.ts';
import { consented, withdrawConsent } from './questions/consent.ts';
import { maskPhone } from './questions/contact.ts';
import { tellingQuestion } from './questions/telling.ts';
import { keyOf } from './scene.ts';
import { mentions, sayable } from './words.ts';

const WISHES = ['see', 'correct', 'export', 'delete', 'withdraw'] as const;
type Wish = (typeof WISHES)[number];
const answers = z.strictObject({
  wish: z.enum(WISHES),
  what: z.string().max(4000).optional(),
  sure: z.enum(['yes', 'no']).optional(),
});
type Privacy = z.infer<typeof answers>;

const WORDS: readonly (readonly [Wish, RegExp])[] = [
  ['withdraw', /撤回|收回.{0,4}(同意|授权|授權)|不再同意|取消授权|取消授權|withdraw|revoke/],
  ['delete', /删除|刪除|删掉|刪掉|清除|抹掉|注销.{0,4}信息|delete|erase|remove|forget me/],
  ['export', /导出|匯出|导出一份|下载|下載|副本|export|download|copy of/],
  ['correct', /更正|改正|修改|改一下|写错|寫錯|不对|不對|correct|rectify|wrong|update/],
  [
    'see',
    /查看|看看|看一下|有哪些|什么信息|什麼資料|哪些信息|哪些資料|存了|保存|掌握|see|show|what.{0,20}(data|information|hold|have|store|keep)/,
  ],
];

/** Manual section 10, CSG 7.4.3: rights over personal data, in the chat. Seeing and withdrawing work at once, the rest is a case with a clock. */
export const privacy = anyForm<Privacy, null>({
  name: 'privacy',
  title: FORM_TITLES.privacy,
  answers,
  confirms: false,
  facts: async () => null,
  questions: {
    wish: {
      label: FIELDS.request,
      ask: () => say('askPrivacy'),
      choices: () => choicesOf(PRIVACY),
      pick: (value) => {
        const wish = WISHES.find((w) => w === value);
        return wish ? read(wish) : undefined;
      },
      read: (heard) => {
        const wish = WORDS.find(([, words]) => mentions(heard.text, words))?.[0];
        return wish ? read(wish) : undefined;
      },
    },
    what: {
      ...tellingQuestion<Privacy, null>(FIELDS.what, () => say('askCorrection')),
      when: (given) => given.wish === 'correct',
      read: (heard, manner) =>
        manner === 'asked' && sayable(heard.text) ? read(heard.text.trim().slice(0, 4000)) : undefined,
    },
    sure: sureQuestion<Privacy, null>(
      (given) => (given.wish === 'delete' ? say('sureToDelete') : say('sureToWithdrawConsent')),
      (given) => given.wish === 'delete' || given.wish === 'withdraw',
    ),
  },
  submit: async ({ wish, what, sure }, _facts, scene, instance) => {
    if (sure === 'no') return { kind: 'done', says: [say('kept')] };
    const { customers, cases, bookings } = scene.ledger;
    if (wish === 'see') {
      const [contact, all, upcoming, agreed] = await Promise.all([
        customers.contact(scene.customer),
        cases.ofCustomer(scene.customer, 'all'),
        bookings.upcoming(scene.customer, scene.now),
        consented(scene),
      ]);
      const phone = contact.phone === null ? null : maskPhone(contact.phone);
      return {
        kind: 'done',
        says: [
          say('privacyShown', {
            name: contact.name,
            phone,
            cases: all.length,
            bookings: upcoming.length,
            consented: agreed,
          }),
        ],
      };
    }
    if (wish === 'withdraw') {
      await withdrawConsent(scene, instance);
      await customers.forgetContact(scene.customer, keyOf(scene, instance, 'forget'), scene.now);
      return { kind: 'done', says: [say('consentWithdrawn')] };
    }
    const filed = await fileCase(
      { kind: 'privacy', category: wish, answers: { words: what ?? scene.heard.text.slice(0, 500) } },
      scene,
      instance,
    );
    const parted =
      wish === 'delete'
        ? await customers.unlinkOthers(scene.customer, scene.source, keyOf(scene, instance, 'unlink'), scene.now)
        : 0;
    return {
      kind: 'done',
      says: [
        ...(parted > 0 ? [say('othersUnlinked', { count: parted })] : []),
        say(
          'privacyTaken',
          { number: filed.number, promises: promises(scene.manual, filed) },
          { card: caseCard(scene.manual, filed) },
        ),
      ],
    };
  },
});
