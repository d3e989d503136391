import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { first } from './0001-first.ts';
import { learning } from './0002-learning.ts';
import { clockLives } from './0003-clock-lives.ts';

/** In order; the place in the list plus one is the schema's version. Only ever add to the end. */
export const migrations: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [first, learning, clockLives];
