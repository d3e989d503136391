import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CannedReply } from '../../../domain/desk/staff.ts';
import { HttpError } from '../../http/answer.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { Caller } from '../auth/guard.ts';
import { cannedBody, cannedList, cannedView, done, id } from '../schemas.ts';
import { type AccountsDeps, note } from './deps.ts';

const params = z.object({ id });
const MOST = 500;
const UNKNOWN_VARIABLE = /\{(?!(?:name|agent|case|hotline)\})[^{}]*\}/;

/** Replies that agents insert with `/`. */
export function cannedOperations(deps: AccountsDeps): DeskOperation[] {
  const { guard, ledger } = deps;

  const save = async (reply: CannedReply, others: readonly CannedReply[], caller: Caller): Promise<CannedReply> => {
    for (const [language, text] of Object.entries(reply.text)) {
      if (UNKNOWN_VARIABLE.test(text))
        throw new HttpError(400, 'UnknownVariable', `text.${language}: only {name}, {agent}, {case}, {hotline}`);
    }
    const key = reply.shortcut.toLowerCase();
    if (others.some(({ shortcut }) => shortcut.toLowerCase() === key))
      throw new HttpError(409, 'ShortcutTaken', 'shortcut: another reply has it');
    await ledger.deskBook.saveCanned(reply);
    await note(deps, caller, 'canned-saved', { subject: reply.id });
    return reply;
  };

  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/canned',
      access: 'agent',
      summary: 'Canned replies, by shortcut.',
      answer: cannedList,
      handle: async () => ({ replies: (await ledger.deskBook.canned()).map((reply) => ({ ...reply })) }),
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/canned',
      access: 'supervisor',
      summary: 'Adds a canned reply. Variables: {name}, {agent}, {case}, {hotline}.',
      body: cannedBody,
      status: 201,
      answer: cannedView,
      refusals: { 409: 'The shortcut is taken, or there are too many.' },
      handle: async ({ body }, caller) => {
        const others = await ledger.deskBook.canned();
        if (others.length >= MOST) throw new HttpError(409, 'TooMany', `There are ${MOST} replies: remove one first.`);
        return save({ id: `reply-${randomUUID()}`, ...body }, others, caller);
      },
    }),
    deskOperation(guard, {
      method: 'PUT',
      path: '/desk/api/canned/:id',
      access: 'supervisor',
      summary: 'Changes a canned reply.',
      params,
      body: cannedBody,
      answer: cannedView,
      refusals: { 404: 'No reply has that id.', 409: 'The shortcut is taken.' },
      handle: async ({ params: { id: wanted }, body }, caller) => {
        const all = await ledger.deskBook.canned();
        if (!all.some((reply) => reply.id === wanted)) throw noReply();
        return save(
          { id: wanted, ...body },
          all.filter((reply) => reply.id !== wanted),
          caller,
        );
      },
    }),
    deskOperation(guard, {
      method: 'DELETE',
      path: '/desk/api/canned/:id',
      access: 'supervisor',
      summary: 'Removes a canned reply.',
      params,
      answer: done,
      refusals: { 404: 'No reply has that id.' },
      handle: async ({ params: { id: wanted } }, caller) => {
        if (!(await ledger.deskBook.removeCanned(wanted))) throw noReply();
        await note(deps, caller, 'canned-removed', { subject: wanted });
        return {};
      },
    }),
  ];
}

const noReply = () => new HttpError(404, 'NotFound', 'There is no canned reply with that id.');
