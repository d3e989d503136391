import { z } from 'zod';
import { HttpError } from '../http/answer.ts';

/** The case that an address names. */
export const caseNumber = z.object({ number: z.string().max(40) });
export const unknownCase = (): HttpError => new HttpError(404, 'NotFound', 'There is no case with that number.');
