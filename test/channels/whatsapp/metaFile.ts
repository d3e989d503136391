import { z } from 'zod';

const examples = z.record(z.string(), z.object({ value: z.record(z.string(), z.unknown()) }));
const posted = z.object({
  post: z.object({ requestBody: z.object({ content: z.object({ 'application/json': z.object({ examples }) }) }) }),
});

/** The examples of Meta's file, by what they are of. */
export const examplesSchema = z
  .object({
    paths: z.object({ '/{Version}/{Phone-Number-ID}/messages': posted, '/whatsapp/webhooks': posted }),
  })
  .transform(({ paths }) => ({
    messages: paths['/{Version}/{Phone-Number-ID}/messages'].post.requestBody.content['application/json'],
    webhooks: paths['/whatsapp/webhooks'].post.requestBody.content['application/json'],
  }));

/** Names and kinds of values, in order of the alphabet. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([name, inner]) => [name, shapeOf(inner)]);
}
