import assert from 'node:assert/strict';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../domain/ids.ts';
import { type Customer, openCustomer, transcript } from '../support/client.ts';
import { type Product, startProduct } from '../support/product.ts';
import { questions, TASKS, type Task, through } from './tasks.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const caseSchema = z.object({ number: z.string(), kind: z.string(), stage: z.string() });
const appointmentsSchema = z.object({ appointments: z.array(z.object({ number: z.string(), state: z.string() })) });
/** What may still be asked of somebody who said everything in one message. */
const STILL_ASKED = new Set(['askConsent', 'summary', 'offerVisit']);

describe('the three dialogs, through the front door of the real product', function () {
  this.timeout(120_000);
  let product: Product;
  const open: Customer[] = [];
  const arrive = async (locale: Language) => {
    const customer = await openCustomer(product.base, { locale });
    open.push(customer);
    await customer.welcome();
    return customer;
  };
  before(async () => {
    product = await startProduct();
  });
  afterEach(() => {
    for (const customer of open.splice(0)) customer.close();
  });
  after(() => product.dispose());

  for (const task of TASKS) {
    for (const language of LANGUAGES) {
      it(`${task.name} in ${language}: step by step from the first word to the number`, async () => {
        const customer = await arrive(language);
        const number = await through(customer, language, task.begins[language]);
        await registered(product, task, number);
        const asked = questions(customer.seen);
        assert.deepEqual(asked, [...new Set(asked)], `asked twice\n${transcript(customer.seen)}`);
        assert.deepEqual(await customer.log(), customer.seen);
      });

      it(`${task.name} in ${language}: one message with every answer, then consent and confirmation`, async () => {
        const customer = await arrive(language);
        const number = await through(customer, language, task.whole[language]);
        await registered(product, task, number);
        const asked = questions(customer.seen);
        const needless = asked.filter((name) => !STILL_ASKED.has(name));
        assert.deepEqual(needless, [], `asked although it was said\n${transcript(customer.seen)}`);
      });
    }
  }
});

/** The operator's systems know the number, as what the customer came for. */
async function registered(product: Product, task: Task, number: string): Promise<void> {
  assert.ok(number.startsWith(task.prefix), `${number} is no ${task.name}`);
  if (task.name !== 'appointment') {
    const found = caseSchema.parse(await product.operator(`/api/cases/${number}`));
    assert.deepEqual([found.number, found.kind], [number, task.name]);
    return;
  }
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const answer = await product.operator(`/api/appointments?from=${day(0)}&to=${day(40)}`);
  const { appointments } = appointmentsSchema.parse(answer);
  assert.equal(appointments.find((each) => each.number === number)?.state, 'booked');
}
