import { z } from 'zod';
import type { Operation } from './operation.ts';
import type { HttpServer } from './server.ts';

const json = (schema: unknown): object => ({ content: { 'application/json': { schema } } });
const input = (schema: z.ZodType): unknown => clean(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
const output = (schema: z.ZodType): unknown => clean(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }));

/** OpenAPI 3.1 of these operations. `schemes` names how callers of a tag prove who they are. */
export function openApi(
  operations: readonly Operation[],
  schemes: Readonly<Record<string, { readonly name: string; readonly scheme: object }>>,
): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const each of operations) {
    const path = each.path.replace(/:(\w+)/g, '{$1}');
    const methods = paths[path] ?? {};
    methods[each.method.toLowerCase()] = describeOperation(each, schemes[each.tag]?.name);
    paths[path] = methods;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '首问 Shouwen',
      version: '1',
      description: 'Cases, appointments and outages of customer self-service.',
    },
    paths,
    components: {
      securitySchemes: Object.fromEntries(Object.values(schemes).map(({ name, scheme }) => [name, scheme])),
      schemas: {
        Error: output(z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) })),
      },
    },
  };
}

/** `GET /openapi.json`. */
export function registerOpenApi(server: HttpServer, document: object): void {
  const body = JSON.stringify(document);
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  server.route('GET', '/openapi.json', async () => ({ status: 200, body, headers }));
}

function describeOperation(operation: Operation, security: string | undefined): object {
  const error = json({ $ref: '#/components/schemas/Error' });
  const refusals = {
    400: 'The request does not have the form given here.',
    401: 'Not signed in.',
    ...operation.refusals,
  };
  return {
    summary: operation.summary,
    operationId: operationId(operation),
    tags: [operation.tag],
    ...(security === undefined ? {} : { security: [{ [security]: [] }] }),
    parameters: [...parameters('path', operation.params), ...parameters('query', operation.query)],
    ...(operation.body === null ? {} : { requestBody: requestBody(operation.body) }),
    responses: {
      [operation.status]: { description: 'Done.', ...content(operation) },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, when]) => [status, { description: when, ...error }]),
      ),
    },
  };
}

/** Where nothing is needed, no body will do. */
function requestBody(schema: z.ZodType): object {
  return { required: !schema.safeParse({}).success, ...json(input(schema)) };
}

function content({ answer, media = 'application/json' }: Operation): object {
  return { content: { [media]: { schema: output(answer) } } };
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | null): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, each]) => {
    const field = each instanceof z.ZodType ? each : z.unknown();
    const required = place === 'path' || !field.safeParse(undefined).success;
    const { description } = field.meta() ?? {};
    return { name, in: place, required, ...(description === undefined ? {} : { description }), schema: input(field) };
  });
}

function operationId({ method, path }: Operation): string {
  const words = path.split('/').filter((part) => part !== '' && part !== 'api');
  return [method.toLowerCase(), ...words.map((word) => word.replace(/\W/g, ''))].join('_');
}

/** Every part is inside one document, which names its dialect once. */
function clean(schema: object): object {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
}
