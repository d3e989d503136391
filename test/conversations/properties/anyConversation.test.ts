import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRespond } from '../../../bot/shouwenBot.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { manual, memoryLedger, START, understand, ZONE } from '../talk.ts';
import { act, actOrDesk, converse, messageOf, nameOf } from './converse.ts';

/** The same conversations in every run; another SEED and a larger VOLUME look further. */
const SEED = Number(process.env.SEED ?? 20_261_121);
const VOLUME = Number(process.env.VOLUME ?? 1);

describe('properties of any conversation', () => {
  let ledger: Ledger;
  let count = 0;
  before(async () => {
    ledger = await memoryLedger();
  });
  after(() => ledger.close());
  const fresh = () => `any${++count}`;

  it('never throws, never asks two questions, loses no answer, and says the same again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
        await converse(ledger, fresh(), acts);
      }),
      { numRuns: 60 * VOLUME, seed: SEED },
    );
  });

  it('has exactly one who answers, whatever the desk does and however its news arrive', async () => {
    const beginning = fc.constantFrom<string[]>(['转人工'], ['宽带上不了网', '转人工'], ['你们乱扣费', '转人工']);
    await fc.assert(
      fc.asyncProperty(beginning, fc.array(actOrDesk, { minLength: 4, maxLength: 20 }), async (first, acts) => {
        await converse(ledger, fresh(), [...first, ...acts]);
      }),
      { numRuns: 60 * VOLUME, seed: SEED },
    );
  });

  it('can always be cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const state = await converse(ledger, fresh(), [...acts, ...Array.from({ length: 8 }, () => '取消')]);
        assert.equal(state?.dialog.form, null);
        assert.deepEqual(state?.dialog.suspended, []);
        assert.equal(state?.with.kind ?? 'bot', 'bot');
      }),
      { numRuns: 25 * VOLUME, seed: SEED },
    );
  });

  it('can always be finished by answering what is asked', async () => {
    const answers: Readonly<Record<string, string>> = {
      askAddress: '浦东新区张江路88号',
      askPlace: '浦东新区张江路88号',
      askContact: '王先生 13800138000',
      askPhone: '13800138000',
      tellMe: '你们上个月多扣了我五十块钱',
      tellFault: '宽带上不了网',
      askWhatToApply: '办理一百兆的宽带套餐',
      tellFeedback: '师傅服务很热心',
      tellSecurity: '有人冒充客服骗走了我的验证码',
      askAmendment: '补充一下，上上个月也多扣了',
      askCorrection: '我的名字应该是张明',
      askNewValue: '张明明',
      askProof: '1234',
      askCaseNumber: '没有编号',
    };
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 6 }), fc.nat({ max: 5 }), async (acts, pressed) => {
        const conversation = fresh();
        const respond = createRespond({ manual, ledger, understand, zone: ZONE });
        let state = await converse(ledger, conversation, acts);
        let last = '';
        let choices: readonly string[] = [];
        for (let turn = 0; turn < 60; turn++) {
          const text =
            state !== null && state.with.kind !== 'bot'
              ? '返回机器人'
              : turn === 0
                ? '我刚才说了什么'
                : last === 'summary'
                  ? '确认提交'
                  : (answers[last] ?? choices[pressed % Math.max(1, choices.length)] ?? '好');
          if (turn > 0 && !state?.dialog.form && state?.with.kind === 'bot') return;
          const input = messageOf(conversation, `f${turn}`, text, START + 3_600_000 + turn * 5000);
          const answered = await respond(state, input);
          const reply = answered.replies.at(-1);
          last = reply ? nameOf(reply) : '';
          choices = reply?.suggestedActions?.actions.map((a) => a.title) ?? [];
          state = answered.state;
        }
        assert.fail(`never finished: ${last} ${JSON.stringify(state?.dialog.form)}`);
      }),
      { numRuns: 40 * VOLUME, seed: SEED },
    );
  });
});
