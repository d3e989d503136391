import type { z } from 'zod';
import { HttpError } from '../http/answer.ts';
import { type Operation, operation } from '../http/operation.ts';
import { MOST_WEBHOOKS, type WebhookState } from '../webhooks/store.ts';
import { readTarget } from '../webhooks/target.ts';
import type { OperatorDeps } from './deps.ts';
import { writeKey } from './keys.ts';
import { iso } from './views.ts';
import { newWebhook, nothing, webhookList, webhookParams, webhookView } from './webhookSchemas.ts';

export function webhookOperations({ ledger, now }: OperatorDeps): Operation[] {
  return [
    operation({
      method: 'POST',
      path: '/api/webhooks',
      tag: 'operator',
      summary:
        'Has another system told of events from now on: at least once, in order for a subject, each signed with the secret. Takes an Idempotency-Key.',
      body: newWebhook,
      status: 201,
      answer: webhookView,
      refusals: { 409: `There are ${MOST_WEBHOOKS} webhooks already.` },
      handle: async ({ body }, call) => {
        const target = readTarget(body.url);
        if ('fault' in target) throw new HttpError(400, 'BadArgument', `url: ${target.fault}`);
        const { secret, transcript = 'masked' } = body;
        const draft = { url: target.url, events: [...new Set(body.events)], secret, transcript };
        const made = await ledger.webhooks.add(draft, writeKey(call), now());
        if (made === 'tooMany') {
          throw new HttpError(409, 'TooMany', `There are ${MOST_WEBHOOKS} webhooks already: remove one first.`);
        }
        return view({ ...made, waiting: 0, dead: 0, lastFailure: null });
      },
    }),
    operation({
      method: 'GET',
      path: '/api/webhooks',
      tag: 'operator',
      summary: 'The webhooks and how their deliveries stand; without their secrets.',
      answer: webhookList,
      handle: async () => ({ webhooks: (await ledger.webhooks.list()).map(view) }),
    }),
    operation({
      method: 'DELETE',
      path: '/api/webhooks/:id',
      tag: 'operator',
      summary: 'Removes a webhook and what it was not told yet.',
      params: webhookParams,
      answer: nothing,
      refusals: { 404: 'No webhook has that id.' },
      handle: async ({ params }) => {
        if (await ledger.webhooks.remove(params.id)) return {};
        throw new HttpError(404, 'NotFound', 'There is no webhook with that id.');
      },
    }),
  ];
}

function view({ events, madeAt, lastFailure, ...rest }: WebhookState): z.infer<typeof webhookView> {
  const failure = lastFailure === null ? null : { at: iso(lastFailure.at), outcome: lastFailure.outcome };
  return { ...rest, events: [...events], madeAt: iso(madeAt), lastFailure: failure };
}
