import assert from 'node:assert/strict';

import { customerOf, file, getCode, onTwoChannels } from '../twoChannels.ts';

describe('happy: one customer on several channels', () => {
  onTwoChannels('finds in the web chat what was reported in WeChat, after the code', async (channels) => {
    const { ledger, words, filed, wechat, web } = channels;
    const code = await getCode(channels);
    const linked = await web()
      .customer(words.progress)
      .bot('askCaseNumber')
      .customer(words.elsewhere)
      .bot('askLinkCode')
      .customer(`${code.slice(0, 4)} ${code.slice(4)}`)
      .bot('linked')
      .says('1')
      .customer(words.progress)
      .bot('caseIs')
      .says(filed.number);
    assert.equal((await ledger.cases.find(filed.number))?.customer, customerOf(linked));
    await wechat().customer(words.progress).bot('caseIs').says(filed.number);
    const sources = await ledger.customers.sources(customerOf(linked));
    assert.deepEqual(
      sources.map((each) => each.assurance),
      ['code', 'code'],
    );
  });

  onTwoChannels('takes a code that nobody asked for when it says what it is', async (channels) => {
    const { words, web } = channels;
    const code = await getCode(channels);
    await web().customer(`${words.code}${code}`).bot('linked').customer(words.progress).bot('caseIs');
  });

  onTwoChannels('gives a code where it is asked for, also without records there', async ({ words, web, wechat }) => {
    const first = await web().customer(words.link).bot('askLinkCode').press(0).bot('linkCode');
    const code = /\d{8}/.exec(first.replies[0]?.text ?? '')?.[0] ?? '';
    await wechat().customer(`${words.code}${code}`).bot('sureToLink').press(0).bot('linked');
    await web().customer(words.progress).bot('caseIs');
  });

  onTwoChannels('shares what stands here only after a yes', async (channels) => {
    const { ledger, words, web } = channels;
    const own = await file(ledger, await web().customer('hello'), 'own');
    const code = await getCode(channels);
    await web().customer(`${words.code}${code}`).bot('sureToLink').press(1).bot('kept');
    assert.notEqual((await ledger.cases.find(own.number))?.customer, channels.filed.customer);
    await web().customer(`${words.code}${code}`).bot('sureToLink').press(0).bot('linked').says('2');
    assert.equal((await ledger.cases.find(own.number))?.customer, channels.filed.customer);
  });

  onTwoChannels('does all of it again after a crash, and says the same', async (channels) => {
    const { words, web } = channels;
    const code = await getCode({ ...channels, wechat: (more) => channels.wechat({ ...more, repeated: true }) });
    await web({ repeated: true })
      .customer(words.elsewhere)
      .bot('askLinkCode')
      .customer(code)
      .bot('linked')
      .customer(words.progress)
      .bot('caseIs')
      .customer(words.unlink)
      .bot('sureToUnlink')
      .press(0)
      .bot('unlinked')
      .customer(words.progress)
      .bot('askCaseNumber');
  });

  onTwoChannels('keeps the form under way, and goes back to it', async (channels) => {
    const { words, web } = channels;
    const code = await getCode(channels);
    await web()
      .customer(words.fault)
      .customer(words.elsewhere)
      .bot('askLinkCode')
      .customer(code)
      .bot('linked', 'backTo', 'selfCheckAgain');
  });

  onTwoChannels('forgets everything for the next owner of a number', async ({ words, wechat, ledger, filed }) => {
    const moved = await wechat()
      .customer(words.progress)
      .bot('caseIs')
      .customer(words.unlink)
      .bot('sureToUnlink')
      .press(1)
      .bot('kept')
      .customer(words.progress)
      .bot('caseIs')
      .customer(words.fault)
      .customer(words.unlink)
      .bot('sureToUnlink')
      .press(0)
      .bot('unlinked')
      .customer(words.progress)
      .bot('askCaseNumber');
    assert.equal(moved.state?.dialog.suspended.length, 0);
    assert.notEqual(customerOf(moved), filed.customer);
    assert.equal((await ledger.cases.find(filed.number))?.stage, 'registered', 'it goes on being worked on');
  });

  onTwoChannels('takes the other channels away with a deletion', async (channels) => {
    const { ledger, words, web, wechat, filed } = channels;
    const code = await getCode(channels);
    const asked = await web()
      .customer(`${words.code}${code}`)
      .bot('linked')
      .customer(words.forget)
      .bot('sureToDelete')
      .press(0)
      .bot('othersUnlinked', 'dataDeleted', 'privacyTaken');
    assert.equal((await ledger.customers.sources(customerOf(asked))).length, 1);
    assert.equal(customerOf(asked), filed.customer);
    await wechat().customer(words.progress).bot('askCaseNumber');
  });
});
