import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { first } from './0001-first.ts';
import { learning } from './0002-learning.ts';
import { clockLives } from './0003-clock-lives.ts';
import { desk } from './0004-desk.ts';
import { staff } from './0005-staff.ts';
import { surveys } from './0006-surveys.ts';
import { channels } from './0007-channels.ts';
import { webhooks } from './0008-webhooks.ts';
import { measures } from './0009-measures.ts';
import { identity } from './0010-identity.ts';
import { instances } from './0011-instances.ts';
import { outages } from './0012-outages.ts';
import { outcomes } from './0013-outcomes.ts';
import { retention } from './0014-retention.ts';
import { measurement } from './0015-measurement.ts';

/** In order; the place in the list plus one is the schema's version. Only ever add to the end. */
export const migrations: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [
  first,
  learning,
  clockLives,
  desk,
  staff,
  surveys,
  channels,
  webhooks,
  measures,
  identity,
  instances,
  outages,
  outcomes,
  retention,
  measurement,
];
