import { readFileSync } from 'node:fs';
import type { Model } from '../model.ts';
import { decode } from './file.ts';
import { unpack } from './packed.ts';

export const MODEL_FILE = new URL('./understanding.bin', import.meta.url);

/** The committed model. Throws BadModel, or the file system's error when it is missing. */
export const loadModel = (): Model => decode(unpack(readFileSync(MODEL_FILE)));
