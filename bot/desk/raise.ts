import { type DeskNow, deskNow } from '../../dialogs/deskNow.ts';
import type { Person } from '../../dialogs/person.ts';
import { keyOf, type Scene } from '../../dialogs/scene.ts';
import { afterwards, askAgain, prepend, type Routed } from '../../dialogs/settle.ts';
import type { DialogState } from '../../dialogs/state.ts';
import { type Say, say } from '../../locales/messages.ts';
import { type Reply, status } from '../replies.ts';
import type { ConversationState } from '../state.ts';
import type { With } from '../with.ts';
import { after, type Turned } from '../world.ts';
import { draftOf } from './briefing.ts';

import { become } from './owner.ts';
import { beginCallback } from './resume.ts';

/**
 * Calls a person: the queue while people are at the desk, else a call-back. The key is derived from the turn, so that a
 * repeat has one effect and is told of the owner that the first saw: whatever happened since comes as news.
 */
export async function raise(state: ConversationState, routed: Routed, person: Person, scene: Scene): Promise<Turned> {
  const desk = await deskNow(scene);
  const dialog = routed.state;
  if (!desk.open) {
    const closed = await outOfHours(dialog, person, desk, scene);
    return { state: { ...state, dialog: closed.state }, says: [...routed.says, ...closed.says] };
  }
  const draft = draftOf(person, dialog, scene);
  const handoff = await scene.ledger.handoffs.request(draft, keyOf(scene, scene.message, 'handoff'), scene.now);
  // a call-back that was being asked for is no longer needed
  const free = { ...state, dialog: { ...dialog, form: null, offer: null, anger: 0, misses: 0 } };
  const { id, epoch, owner, team } = handoff;
  const called: readonly Reply[] = [
    ...routed.says,
    { name: 'handoff.initiate', value: { handoff: id, team, language: scene.language, reason: person.reason } },
  ];
  // one that the ledger held open already, with somebody there
  if (owner.kind === 'agent') return after(called, await become(free, { handoff, epoch, owner }, scene));
  const waiting: With = { kind: 'queue', handoff: id, epoch, since: scene.now, acknowledged: false, place: null };
  return {
    state: { ...free, with: waiting },
    says: [
      ...called,
      status(id, { state: 'waiting' }),
      ...noticeOf(desk),
      say('handoffSought', { team: person.filed ? (scene.manual.teams[team]?.names ?? null) : null }),
    ],
  };
}

/** Nobody is there: what was filed has its owner and clocks; anything else becomes a call-back. */
async function outOfHours(dialog: DialogState, person: Person, desk: DeskNow, scene: Scene): Promise<Routed> {
  const says = [...noticeOf(desk), say('deskClosed', { back: desk.back })];
  if (person.filed) return afterwards(dialog, [], scene);
  const calm = { ...dialog, anger: 0 };
  if (dialog.form) return prepend(says, await askAgain(calm, dialog.form, scene));
  return prepend(says, await beginCallback(calm, person.words, scene));
}

function noticeOf({ notice }: DeskNow): readonly Say[] {
  return notice === null ? [] : [say('deskNotice', { notice })];
}
