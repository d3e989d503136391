import { z } from 'zod';
import { LANGUAGES } from '../../domain/ids.ts';
import type { Claimed } from './store.ts';
import type { Transcript } from './transcript.ts';

const withActivity = z.looseObject({
  handoff: z.looseObject({ language: z.enum(LANGUAGES) }),
  activity: z.looseObject({ name: z.literal('handoff.initiate') }),
});

/** The bytes of a delivery: what happened, and with a new hand-off the transcript as Bot Framework attaches it. */
export async function bodyOf(claimed: Claimed, transcript: Transcript): Promise<Buffer> {
  const { id, event, subject, sequence, at } = claimed;
  const data = await withTranscript(claimed, transcript);
  return Buffer.from(JSON.stringify({ id, event, at: new Date(at).toISOString(), subject, sequence, data }));
}

async function withTranscript(claimed: Claimed, transcript: Transcript): Promise<object> {
  const { conversation, data } = claimed;
  const found = withActivity.safeParse(data);
  if (conversation === null || !found.success) return data;
  const activities = await transcript(conversation, found.data.handoff.language, claimed.transcript);
  const attachment = { contentType: 'application/json', name: 'Transcript', content: { activities } };
  return { ...data, activity: { ...found.data.activity, attachments: [attachment] } };
}
