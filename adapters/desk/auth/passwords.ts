import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createTurns } from './turns.ts';

/** OWASP's least for argon2id; a parallelism of 1. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const derive = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);
/** A flood of sign-ins waits here instead of taking every thread and 19 MiB each. */
const inTurn = createTurns(2);

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. The same password typed on another keyboard is the same (NFKC). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await hash(password, { nonce, memory: MEMORY_KIB, passes: PASSES, parallelism: 1, tagLength: TAG_BYTES });
  return phc(nonce, tag);
}

/** Takes the same time whether it is right, wrong, or, with null, there is nothing to compare with. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt, right] = PHC.exec(stored ?? NOBODYS) ?? [];
  if (salt === undefined || right === undefined) throw new Error('a stored password hash is no PHC string of argon2id');
  const expected = Buffer.from(right, 'base64');
  const tag = await hash(password, {
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected) && stored !== null;
}

function hash(password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  return inTurn(() => derive({ ...parameters, message: password.normalize('NFKC') }));
}

function phc(salt: Buffer, tag: Buffer): string {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${base64(salt)}$${base64(tag)}`;
}

const NOBODYS = phc(randomBytes(SALT_BYTES), randomBytes(TAG_BYTES));
