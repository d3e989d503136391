import assert from 'node:assert/strict';
import type { CustomerId, IdempotencyKey } from '../../../domain/ids.ts';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';
import { manual, type World } from '../talk.ts';

const DAY = 24 * 3_600_000;
const customerOf = ({ state }: World) => state?.customer as CustomerId;
const held = (world: World) => world.ledger.personalData.held(customerOf(world));

/** A customer with name and phone on record, and an open case. */
const filed = [
  said('我想办理新装宽带', '我想申辦新裝寬頻', 'I want to sign up for broadband', 'askConsent'),
  pressed(0, 'askContact'),
  said('王小五 13800138000', '王小五 13800138000', 'Ann Lee 13800138000', 'summary'),
  pressed(0, 'applicationTaken', 'materials'),
];
const wish = (hans: string, hant: string, en: string, ...names: string[]) => said(hans, hant, en, ...names);
const see = wish('查看我的个人信息', '查看我的個人資料', 'What personal data do you hold about me?', 'askProof');
const proved = '8000';

describe('personal data: seeing', () => {
  inEachLanguage(
    'shows what is held item by item and masked, after the last digits of the number',
    [...filed, see, same(proved, 'privacyShown')],
    async ({ replies, ledger, state }) => {
      const text = replies.map((reply) => reply.text).join('\n');
      assert.match(text, /138\*{4}8000/);
      assert.match(text, /王\*\*|A\*{6}/);
      assert.doesNotMatch(text, /13800138000|王小五|Ann Lee/);
      const [first] = await ledger.cases.ofCustomer(state?.customer as CustomerId, 'all');
      assert.ok(text.includes(first?.number ?? '?'));
      assert.match(text, /2026/);
      assert.match(text, /已同意|agreed/);
    },
  );

  inEachLanguage(
    'shows nothing to who does not know the number, and closes after three wrong answers',
    [
      ...filed,
      see,
      same('1111', 'proofWrong', 'askProof'),
      same('2222', 'proofWrong', 'askProof'),
      same('3333', 'proofWrong', 'proofLocked'),
    ],
    ({ transcript }) => assert.doesNotMatch(transcript.slice(-4).join('\n'), /138\*/),
  );

  inEachLanguage('asks for no proof where no number is held', [
    wish('查看我的个人信息', '查看我的個人資料', 'What personal data do you hold about me?', 'privacyShown'),
  ]);
});

describe('personal data: correcting', () => {
  const corrected = async (world: World) => {
    const { contact, cases } = await recordsOf(world);
    assert.equal(contact.phone, '+8613900139000');
    assert.equal(cases[0]?.answers.phone, '+8613900139000');
    const raw = JSON.stringify(await held(world));
    assert.ok(!raw.includes('13800138000'), 'the old number is gone');
    const audit = await world.ledger.audit.list(10);
    assert.deepEqual(
      audit.filter(({ what }) => what === 'rights').map(({ by, detail }) => [by, detail]),
      [['customer', 'correct phone']],
    );
  };

  inEachLanguage(
    'puts a new number, read back, in place of the wrong one in one go',
    [
      ...filed,
      wish(
        '我的电话错了，改成13900139000',
        '我的電話錯了，改成13900139000',
        'change my phone number to 13900139000',
        'askProof',
      ),
      same(proved, 'sureToCorrect'),
      said('对', '對', 'yes', 'corrected'),
    ],
    corrected,
  );

  inEachLanguage(
    'asks for the new number when only the fault was told',
    [
      ...filed,
      wish('你们登记的我的电话不对', '你們登記的我的電話不對', 'the phone number you have for me is wrong', 'askProof'),
      same(proved, 'askNewValue'),
      same('13900139000', 'sureToCorrect'),
      pressed(0, 'corrected'),
    ],
    corrected,
  );

  inEachLanguage(
    'takes another number when the one read back is not it',
    [
      ...filed,
      wish(
        '把我的电话改成13700137000',
        '把我的電話改成13700137000',
        'please update my phone number to 13700137000',
        'askProof',
      ),
      same(proved, 'sureToCorrect'),
      pressed(1, 'askNewValue'),
      same('13900139000', 'sureToCorrect'),
      pressed(0, 'corrected'),
    ],
    corrected,
  );

  inEachLanguage(
    'puts a right name in place of the wrong one',
    [
      ...filed,
      wish('把我的名字改成李四光', '把我的名字改成李四光', 'my name is wrong, it should be Jane Doe', 'askProof'),
      same(proved, 'corrected'),
    ],
    async (world) => {
      const { contact, cases } = await recordsOf(world);
      assert.match(String(contact.name), /^(李四光|Jane Doe)$/);
      assert.equal(cases[0]?.answers.name, contact.name);
      assert.doesNotMatch(JSON.stringify(await held(world)), /王小五|Ann Lee/);
    },
  );

  inEachLanguage(
    'leads through the menu, and files what only a person can put right',
    [
      ...filed,
      said('我的个人信息', '我的個人資料', 'My personal data', 'askPrivacy'),
      pressed(1, 'askProof'),
      same(proved, 'askCorrection'),
      pressed(3, 'askNewValue'),
      said(
        '套餐写错了，我办的是一百兆',
        '方案寫錯了，我辦的是一百兆',
        'The plan is wrong, I have 100M',
        'privacyTaken',
      ),
    ],
    async (world) => {
      const [request] = (await recordsOf(world)).cases;
      assert.equal(request?.kind, 'privacy');
      assert.match(String(request?.answers.words), /一百兆|100M/);
    },
  );

  inEachLanguage('says so when nothing is held that could be wrong', [
    wish(
      '我的电话错了，改成13900139000',
      '我的電話錯了，改成13900139000',
      'change my phone number to 13900139000',
      'nothingToCorrect',
    ),
  ]);

  inEachLanguage(
    'corrects the form that is open, not the record',
    [
      said('我想办理新装宽带', '我想申辦新裝寬頻', 'I want to sign up for broadband', 'askConsent'),
      pressed(0, 'askContact'),
      said('王小五 13800138000', '王小五 13800138000', 'Ann Lee 13800138000', 'summary'),
      said('不对，电话是13900139000', '不對，電話是13900139000', 'no, my number is 13900139000', 'changed', 'summary'),
    ],
    async (world) => assert.equal((await recordsOf(world)).contact.phone, null),
  );
});

describe('personal data: taking consent back and deleting', () => {
  const closeAll = async (world: World) => {
    for (const { number } of await world.ledger.cases.ofCustomer(customerOf(world), 'open'))
      await world.ledger.cases.move(
        number,
        'withdrawn',
        { by: 'customer', note: null },
        `close ${number}` as IdempotencyKey,
        world.now,
      );
  };

  inEachLanguage(
    'takes consent back, deletes, and names what stays and until when',
    [
      ...filed,
      wish('撤回我的同意', '撤回我的同意', 'I withdraw my consent', 'sureToWithdrawConsent'),
      pressed(0, 'consentWithdrawn'),
    ],
    async (world) => {
      const [open] = await world.ledger.cases.ofCustomer(customerOf(world), 'open');
      const text = world.replies[0]?.text ?? '';
      assert.ok(open && text.includes(open.number), 'the open case is named');
      assert.ok(text.includes(String(manual.retention.caseDays)));
      assert.ok(text.includes(String(manual.retention.conversationDays)));
      const { contact, consents } = await recordsOf(world);
      assert.deepEqual(contact, { name: null, phone: null });
      assert.ok(consents.every(({ given }) => !given));
      assert.equal(open.answers.phone, '+8613800138000', 'as was said');
      await closeAll(world);
      await world.ledger.personalData.forgetOver(world.now);
      assert.equal((await world.ledger.cases.find(open.number))?.answers.phone, null, 'as was said');
      const until = world.now + manual.retention.caseDays * DAY;
      await world.ledger.personalData.expire(until - 1);
      assert.notDeepEqual((await world.ledger.cases.find(open.number))?.answers, {});
      await world.ledger.personalData.expire(until);
      assert.deepEqual((await world.ledger.cases.find(open.number))?.answers, {});
    },
  );

  inEachLanguage(
    'deletes at once after the proof, and files only what a person decides',
    [
      ...filed,
      wish('删除我的个人信息', '刪除我的個人資料', 'Delete my personal data', 'askProof'),
      same(proved, 'sureToDelete'),
      pressed(0, 'dataDeleted', 'privacyTaken'),
    ],
    async (world) => {
      const { contact, cases } = await recordsOf(world);
      assert.deepEqual(contact, { name: null, phone: null });
      const request = cases.find(({ kind }) => kind === 'privacy');
      const other = cases.find(({ kind }) => kind !== 'privacy');
      assert.deepEqual(request?.links, [other?.number]);
      assert.equal(request?.answers.wish, 'delete');
      assert.ok((world.replies[0]?.text ?? '').includes(other?.number ?? '?'));
    },
  );

  inEachLanguage('keeps everything after a no', [
    ...filed,
    wish('删除我的个人信息', '刪除我的個人資料', 'Delete my personal data', 'askProof'),
    same(proved, 'sureToDelete'),
    pressed(1, 'kept'),
    see,
  ]);

  inEachLanguage('files no case where nothing is under way', [
    wish('删除我的个人信息', '刪除我的個人資料', 'Delete my personal data', 'sureToDelete'),
    pressed(0, 'dataDeleted'),
  ]);
});

describe('personal data: a copy', () => {
  inEachLanguage(
    'is a file in the web chat, at once',
    [
      ...filed,
      wish('导出我的个人信息', '匯出我的個人資料', 'Export my personal data', 'askProof'),
      same(proved, 'exported'),
    ],
    ({ replies }) => {
      const file = replies[0]?.attachments?.[0];
      assert.equal(file?.name, 'personal-data.json');
      const copy = JSON.parse(String(file?.content));
      assert.equal(copy.phone, '+8613800138000');
      assert.equal(copy.cases.length, 1);
      assert.equal(copy.cases[0].answers.phone, '+8613800138000');
      assert.ok(copy.consents.length > 0);
    },
  );

  inEachLanguage(
    'is text where no file can be handed over',
    [
      ...filed,
      wish('导出我的个人信息', '匯出我的個人資料', 'Export my personal data', 'askProof'),
      same(proved, 'exportPart'),
    ],
    ({ replies }) => {
      assert.match(replies[0]?.text ?? '', /13800138000/);
      assert.equal(replies[0]?.attachments, undefined);
    },
    { channel: 'whatsapp' },
  );
});

describe('personal data: a turn worked again', () => {
  inEachLanguage(
    'says and changes the same',
    [
      ...filed,
      wish(
        '把我的电话改成13900139000',
        '把我的電話改成13900139000',
        'change my phone number to 13900139000',
        'askProof',
      ),
      same('1111', 'proofWrong', 'askProof'),
      same(proved, 'sureToCorrect'),
      pressed(0, 'corrected'),
      wish('导出我的个人信息', '匯出我的個人資料', 'Export my personal data', 'askProof'),
      same('9000', 'exported'),
      wish('删除我的个人信息', '刪除我的個人資料', 'Delete my personal data', 'askProof'),
      same('9000', 'sureToDelete'),
      pressed(0, 'dataDeleted', 'privacyTaken'),
    ],
    async (world) => {
      const rights = (await world.ledger.audit.list(20)).filter(({ what }) => what === 'rights');
      assert.deepEqual(
        rights.map(({ detail }) => detail),
        ['delete contact', 'export', 'correct phone'],
      );
    },
    { repeated: true },
  );
});
