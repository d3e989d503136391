import { z } from 'zod';
import type { DeskNews } from '../../../bot/desk.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { HttpError } from '../../http/answer.ts';
import { FILES_PATH } from '../../uploads/store.ts';
import { mustHold, type Readable, readable } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { fileId } from '../files/address.ts';
import { deskMessageId } from '../keys.ts';
import { limitsOf } from '../limits.ts';
import { id, messageBody, messageTaken } from '../schemas.ts';
import { putNews, stored } from '../stored.ts';
import { newest } from '../transcript.ts';
import { holdsMessage } from '../views/entry.ts';

/** Lines of the log in which a repeated message is looked for. */
const RECENT = 100;

type File = DeskNews['handoff.message']['files'][number];

/**
 * An agent's words. They are durable in the inbox before they are acknowledged. Whether the epoch is still the agent's is
 * decided where the message is worked, and the ledger hears of them there: here they are only a sign of life. The epoch is
 * part of their id, so that words refused as late can be sent again by the agent who has the customer again.
 */
export function messageOperation(deps: DeskDeps): DeskOperation {
  return deskOperation(deps.guard, {
    method: 'POST',
    path: '/desk/api/conversations/:id/messages',
    summary: 'Says something to the customer; the same id twice is one message.',
    access: 'agent',
    params: z.object({ id }),
    body: messageBody,
    answer: messageTaken,
    refusals: {
      404: 'There is no such conversation for the caller.',
      409: 'Nothing was sent: the caller does not have the customer (`NotYours`), or it has ended (`Ended`).',
      503: 'Not known to be stored: send it again with the same id.',
    },
    handle: async ({ params, body }, { staff }) => {
      const answer = { id: body.id };
      const found = await readable(deps, staff, params.id);
      if (mayStand(found, staff) && (await saidBefore(deps, staff, found.handoff, body.id))) return answer;
      const handoff = await mustHold(deps, found);
      const files = await filesOf(deps, handoff, body.files ?? []);
      fits(deps, handoff, body.text, files);
      const message = deskMessageId('message', handoff.id, String(handoff.epoch), staff.id, body.id);
      const agent = { id: staff.id, name: staff.name };
      const said = { handoff: handoff.id, epoch: handoff.epoch, agent, id: body.id, text: body.text, files };
      await putNews(deps, handoff.conversation, message, 'handoff.message', said);
      await stored(deps, deps.ledger.handoffs.alive(handoff.id, staff.id, deps.now()));
      return answer;
    },
  });
}

/** Whether the words may have been delivered under another epoch; within one the inbox knows them by their id. */
function mayStand({ holds, handoff }: Readable, { id }: StaffMember): boolean {
  return !holds || handoff.former.includes(id);
}

/** The first answer was lost and the customer has moved on since: it stands in the transcript. */
async function saidBefore(
  { conversations }: DeskDeps,
  { id: agent }: StaffMember,
  { conversation }: Handoff,
  clientId: string,
): Promise<boolean> {
  return holdsMessage(await newest(conversations, conversation, RECENT), agent, clientId);
}

function fits({ channels }: DeskDeps, { channel }: Handoff, text: string, files: readonly File[]): void {
  const limits = limitsOf(channel, channels);
  if (text.length > limits.textLimit) {
    throw new HttpError(
      400,
      'TooLong',
      `text: this channel takes ${limits.textLimit} characters, it has ${text.length}: send it in parts.`,
    );
  }
  const refused = files.some(({ contentType }) => (contentType.startsWith('image/') ? !limits.images : !limits.files));
  if (refused) throw new HttpError(400, 'NoFiles', 'files: this channel takes none of this kind: say it in words.');
}

/** Files that were uploaded to this very conversation. */
async function filesOf({ uploads }: DeskDeps, { conversation }: Handoff, named: readonly string[]): Promise<File[]> {
  return Promise.all(
    named.map(async (each) => {
      const file = fileId(each);
      const found = file === null ? null : await uploads.read(file);
      if (found === null || found.upload.conversation !== conversation) {
        throw new HttpError(400, 'UnknownFile', 'files: upload them to this conversation first.');
      }
      return { contentType: found.upload.contentType, contentUrl: FILES_PATH + file, name: found.upload.name };
    }),
  );
}
