import type { Filling, Json } from './form.ts';
import type { Scene } from './scene.ts';

/**
 * A telling that grew. What was understood from it is understood anew from the whole, unless the customer has said
 * otherwise meanwhile.
 */
export async function retold(filling: Filling, key: string, value: Json, scene: Scene): Promise<Filling> {
  const former = filling.answers[key];
  const next = await filling.with({ ...filling.answers, [key]: value });
  if (typeof former !== 'string' || typeof value !== 'string') return next;
  const [one, other] = [scene.understand(former), scene.understand(value)];
  const anew: Record<string, Json> = {};
  for (const [name, answer] of Object.entries(filling.answers)) {
    if (!filling.question(name).implied) continue;
    const was = filling.question(name).read(one, 'volunteered');
    const is = next.question(name).read(other, 'volunteered');
    const untouched = was?.kind === 'value' && JSON.stringify(was.value) === JSON.stringify(answer);
    if (untouched && is?.kind === 'value') anew[name] = is.value;
  }
  return filling.with({ ...next.answers, ...anew });
}
