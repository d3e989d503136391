import type { HttpServer } from '../http/server.ts';
import { readOperation } from './actions/alive.ts';
import { keepsAlive } from './actions/keepsAlive.ts';
import { ownerOperations } from './actions/owner.ts';
import { returnOperation } from './actions/return.ts';
import { revealOperation } from './actions/reveal.ts';
import { transferOperation } from './actions/transfer.ts';
import { alertOperations } from './alerts/alerts.ts';
import { suspicionOperations } from './alerts/suspicions.ts';
import { type DeskOperation, registerDeskOperations } from './auth/deskOperation.ts';
import { boardOperations } from './board/board.ts';
import { bookingOperations } from './bookings/bookings.ts';
import { caseOperations } from './cases/cases.ts';
import { fileOperation } from './cases/file.ts';
import { incidentOperation } from './cases/incident.ts';
import { rightsOperation } from './cases/rights.ts';
import { catalogueOperation } from './catalogue/catalogue.ts';
import { conversationOperation } from './conversation/read.ts';
import type { DeskDeps } from './deps.ts';
import { fileOperations } from './files/files.ts';
import { SignsOfLife } from './live/signsOfLife.ts';
import { noteOperations } from './messages/notes.ts';
import { messageOperation } from './messages/say.ts';
import { queueOperations } from './queue/queue.ts';
import { improvementOperations } from './statistics/improvements.ts';
import { statisticsOperations } from './statistics/statistics.ts';

/** What agents and supervisors work with, under `/desk/api`. Returns the operations for `/openapi.json`. */
export function registerDesk(server: HttpServer, deps: DeskDeps): readonly DeskOperation[] {
  const life = new SignsOfLife(deps);
  const operations = [
    catalogueOperation(deps),
    ...queueOperations(deps),
    ...ownerOperations(deps),
    conversationOperation(deps),
    messageOperation(deps),
    ...noteOperations(deps),
    transferOperation(deps),
    returnOperation(deps),
    readOperation(deps),
    revealOperation(deps),
    fileOperation(deps),
    ...caseOperations(deps),
    incidentOperation(deps),
    rightsOperation(deps),
    ...bookingOperations(deps),
    ...fileOperations(deps),
    ...boardOperations(deps),
    ...alertOperations(deps),
    ...suspicionOperations(deps),
    ...statisticsOperations(deps),
    ...improvementOperations(deps),
  ].map((operation) => keepsAlive(deps, life, operation));
  registerDeskOperations(server, operations, deps.guard);
  return operations;
}
