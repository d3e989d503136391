import assert from 'node:assert/strict';
import { z } from 'zod';
import { eventsQuery, handoffsQuery, slotQuery } from '../../adapters/desk/schemas.ts';
import { HttpError } from '../../adapters/http/answer.ts';
import { openApi } from '../../adapters/http/openapi.ts';
import { operation } from '../../adapters/http/operation.ts';
import { oneOf, parameter, parseQuery, wholeNumber } from '../../adapters/http/query.ts';
import { rangeQuery } from '../../adapters/operator/range.ts';
import { caseQuery } from '../../adapters/operator/schemas.ts';
import { call } from '../channels/directline/line.ts';
import { run } from './call.ts';

const schema = z.object({
  colour: oneOf(['red', 'dark blue']),
  limit: wholeNumber(1, 200, 50),
  day: parameter(z.iso.date(), 'a day of the calendar', '2026-11-21'),
});

describe('a query', () => {
  const refusal = (query: string): string => {
    try {
      parseQuery(schema, new URLSearchParams(query));
    } catch (error) {
      assert.ok(error instanceof HttpError);
      assert.deepEqual([error.status, error.code], [400, 'BadArgument']);
      return error.message;
    }
    return 'taken';
  };

  it('is read with what is left out or empty as absent', () => {
    const read = parseQuery(schema, new URLSearchParams('day=2026-11-21&limit=7&colour='));
    assert.deepEqual(read, { day: '2026-11-21', limit: 7 });
  });

  const parameters = ' The parameters are: colour, limit, day.';
  for (const [query, told] of [
    ['', 'day: is missing: it must be a day of the calendar, such as day=2026-11-21.'],
    ['day=', 'day: is missing: it must be a day of the calendar, such as day=2026-11-21.'],
    ['day=today', 'day: must be a day of the calendar, such as day=2026-11-21.'],
    ['day=2026-11-21&limit=0', 'limit: must be a whole number from 1 to 200, such as limit=50.'],
    ['day=2026-11-21&limit=1000', 'limit: must be a whole number from 1 to 200, such as limit=50.'],
    ['day=2026-11-21&limit=1.5', 'limit: must be a whole number from 1 to 200, such as limit=50.'],
    ['day=2026-11-21&colour=pink', 'colour: must be one of red, dark blue, such as colour=red.'],
    ['day=2026-11-21&day=2026-11-22', 'day: give it once.'],
    ['day=2026-11-21&limmit=5', 'limmit: not known here.'],
    ['day=2026-11-21&%3Cscript%3E=5', 'script: not known here.'],
    [
      'day=x&limit=x',
      'limit: must be a whole number from 1 to 200, such as limit=50; day: must be a day of the calendar, such as day=2026-11-21.',
    ],
  ] as const) {
    it(`?${query} → what to change`, () => assert.equal(refusal(query), told + parameters));
  }

  it('says the same in /openapi.json', () => {
    const described = operation({
      ...{ method: 'GET', path: '/x', tag: 'x', summary: '', query: schema, answer: z.object({}) },
      handle: async () => ({}),
    });
    const document = JSON.parse(JSON.stringify(openApi([described], {})));
    const [colour, limit, day] = document.paths['/x'].get.parameters;
    assert.deepEqual([colour.required, limit.required, day.required], [false, false, true]);
    assert.deepEqual([limit.description, limit.schema.examples], ['a whole number from 1 to 200', ['50']]);
    assert.deepEqual([limit.schema.type, limit.schema.minimum, limit.schema.maximum], ['integer', 1, 200]);
  });

  it('is not looked at where nothing can be asked for', async () => {
    const plain = operation({
      ...{ method: 'GET', path: '/plain', tag: 'x', summary: '', answer: z.object({}) },
      handle: async () => ({}),
    });
    const { server, base } = await run((on) => on.route('GET', '/plain', plain.run));
    assert.equal((await call(`${base}/plain?_=1732170000000`, 'GET', {})).status, 200);
    await server.close(500);
  });
});

/** One for each kind of parameter that our routes have. */
describe('the queries of our routes', () => {
  const range = rangeQuery({ days: 3, side: 'from today' });
  for (const [name, query] of Object.entries({ range, caseQuery, handoffsQuery, slotQuery, eventsQuery })) {
    it(`${name}: every parameter says what it must be, with an example that passes`, () => {
      for (const [parameterName, field] of Object.entries(query.shape)) {
        const { description, examples } = field.meta() ?? {};
        assert.ok(description, parameterName);
        assert.ok(Array.isArray(examples) && field.safeParse(examples[0]).success, parameterName);
      }
    });
  }
});
