import { z } from 'zod';
import { HttpError } from '../http/answer.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { OperatorDeps } from './deps.ts';
import { writeKey } from './keys.ts';
import { id, newOutage, outageChange, outageView } from './schemas.ts';
import { viewOutage } from './views.ts';

export function outageOperations(deps: OperatorDeps): Operation[] {
  return [
    operation({
      method: 'POST',
      path: '/api/outages',
      tag: 'operator',
      summary: 'A disturbance begins: customers who report it are told. Takes an Idempotency-Key.',
      body: newOutage,
      status: 201,
      answer: outageView,
      handle: async ({ body }, call) => {
        const areas = deps.manual.areas.map((area) => area.id);
        if (!areas.includes(body.area)) throw unknownId('area', areas);
        const service = body.service ?? null;
        const services = Object.keys(deps.manual.services);
        if (service !== null && !services.includes(service)) throw unknownId('service', services);
        const now = deps.now();
        const since = body.since === undefined ? now : Date.parse(body.since);
        const expectedRepair = instantOf(body.expectedRepair ?? null);
        const opened = { area: body.area, service, since, expectedRepair };
        return viewOutage(await deps.ledger.outages.open(opened, writeKey(call), now));
      },
    }),
    operation({
      method: 'PATCH',
      path: '/api/outages/:id',
      tag: 'operator',
      summary: 'A new expected repair, or the end of a disturbance.',
      params: z.object({ id }),
      body: outageChange,
      answer: outageView,
      refusals: { 404: 'No outage has that id.' },
      handle: async ({ params, body }) => {
        const change = {
          ...(body.expectedRepair === undefined ? {} : { expectedRepair: instantOf(body.expectedRepair) }),
          ...(body.endedAt === undefined ? {} : { endedAt: Date.parse(body.endedAt) }),
        };
        const changed = await deps.ledger.outages.update(params.id, change, deps.now());
        if (changed === null) throw new HttpError(404, 'NotFound', 'There is no outage with that id.');
        return viewOutage(changed);
      },
    }),
  ];
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

function unknownId(field: string, allowed: readonly string[]): HttpError {
  return new HttpError(400, 'BadArgument', `${field}: one of ${allowed.join(', ').slice(0, 500)}`);
}
