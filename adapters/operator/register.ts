import { HttpError } from '../http/answer.ts';
import { type Operation, registerOperations } from '../http/operation.ts';
import { bearer, sameSecret } from '../http/secrets.ts';
import type { HttpServer } from '../http/server.ts';
import { appointmentOperations } from './appointments.ts';
import { caseOperations } from './cases.ts';
import type { OperatorDeps } from './deps.ts';
import { incidentOperation } from './incidents.ts';
import { outageOperations } from './outages.ts';
import { statisticsOperations } from './statistics.ts';
import { waitingOperations } from './waiting.ts';
import { webhookOperations } from './webhooks.ts';

/** How callers of operations tagged `operator` sign in, for `openApi`. */
export const OPERATOR_SECURITY = {
  operator: { name: 'operatorKey', scheme: { type: 'http', scheme: 'bearer', description: 'OPERATOR_API_KEY' } },
} as const;

/** The operator's API under `/api`. Returns its operations for `/openapi.json`. */
export function registerOperator(server: HttpServer, deps: OperatorDeps): readonly Operation[] {
  const operations = [
    ...caseOperations(deps),
    ...waitingOperations(deps),
    incidentOperation(deps),
    ...appointmentOperations(deps),
    ...outageOperations(deps),
    ...webhookOperations(deps),
    ...statisticsOperations(deps),
  ];
  registerOperations(server, operations, ({ req }) => {
    const given = bearer(req);
    if (given === null || !sameSecret(given, deps.apiKey)) {
      throw new HttpError(401, 'Unauthorized', 'Send "Authorization: Bearer" with the operator API key.', {
        'www-authenticate': 'Bearer',
      });
    }
  });
  return operations;
}
