import assert from 'node:assert/strict';
import { LINK_CODE_MS, LINK_LOCK_MS } from '../../../domain/customers/identity.ts';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import { START } from '../talk.ts';
import { codeOf, customerOf, getCode, onTwoChannels, wrong } from '../twoChannels.ts';

describe('failures: linking channels', () => {
  onTwoChannels('counts wrong codes, tells nothing, and locks after five', async (channels) => {
    const { words, web, filed } = channels;
    const code = await getCode(channels);
    const tried = await web()
      .customer(words.elsewhere)
      .bot('askLinkCode')
      .customer(wrong(code))
      .bot('linkWrong', 'askLinkCode')
      .says('4')
      .customer('123456')
      .bot('linkCodeShape', 'askLinkCode')
      .customer(wrong(code))
      .says('3')
      .customer(wrong(code))
      .customer(wrong(code))
      .bot('linkWrong', 'askLinkCode')
      .customer(wrong(code))
      .bot('linkLocked')
      .customer(`${words.code}${code}`)
      .bot('linkLocked')
      .customer(words.progress)
      .bot('askCaseNumber');
    assert.ok(!tried.transcript.join().includes(filed.number));
    const later = START + LINK_LOCK_MS + 60_000;
    await web({ now: later })
      .customer(`${words.code}${await getCode(channels, later - 30_000)}`)
      .bot('linked');
  });

  onTwoChannels('counts the same after a crash', async (channels) => {
    const { words, web } = channels;
    const code = await getCode(channels);
    await web({ repeated: true })
      .customer(words.elsewhere)
      .customer(wrong(code))
      .bot('linkWrong', 'askLinkCode')
      .says('4')
      .customer(wrong(code))
      .says('3')
      .customer(code)
      .bot('linked');
  });

  onTwoChannels('takes no code that is old or used', async (channels) => {
    const { words, web } = channels;
    const code = await getCode(channels);
    await web({ now: START + LINK_CODE_MS + 60_000 })
      .customer(words.elsewhere)
      .customer(code)
      .bot('linkExpired', 'askLinkCode');
    const fresh = await getCode(channels);
    await web().customer(`${words.code}${fresh}`).bot('linked');
    await web({ from: 'dl_2' }).customer(`${words.code}${fresh}`).bot('linkExpired', 'askLinkCode');
  });

  onTwoChannels('says so when a code comes back to where it was given', async (channels) => {
    const { words, wechat } = channels;
    const code = await getCode(channels);
    await wechat().customer(`${words.code}${code}`).bot('sureToLink').press(0).bot('linkSame');
  });

  onTwoChannels('does not take digits for a code when none was asked for', async (channels) => {
    const { web, filed } = channels;
    const said = await web().customer(await getCode(channels));
    assert.notEqual(customerOf(said), filed.customer);
  });

  onTwoChannels('goes on without a code, and asks for a new one', async ({ words, web }) => {
    const one = await web()
      .customer(words.elsewhere)
      .bot('askLinkCode')
      .customer(words.elsewhere)
      .bot('askLinkCode')
      .customer('qwertz')
      .bot('answerNotUnderstood', 'askLinkCode')
      .customer(words.unlink)
      .bot('sureToUnlink')
      .press(1)
      .bot('kept')
      .customer(words.link)
      .press(0)
      .bot('linkCode');
    assert.match(codeOf(one), /^\d{8}$/);
  });

  onTwoChannels('tells an agent-less conversation that was unlinked elsewhere nothing more', async (channels) => {
    const { ledger, words, wechat, filed } = channels;
    await wechat()
      .customer(words.progress)
      .bot('caseIs')
      .customer(words.fault)
      .check(async ({ now }) => {
        const source = { channel: 'wechat', account: 'web', sourceId: 'openid-1' };
        await ledger.customers.unlink(source, 'elsewhere' as IdempotencyKey, now);
      })
      .news(async () => ({ name: 'case.stage', value: { number: filed.number, stage: 'resolved', note: 'secret' } }))
      .bot()
      .customer(words.progress)
      .bot('askCaseNumber')
      .check(({ state }) => assert.equal(state?.dialog.suspended.length, 0));
  });
});
