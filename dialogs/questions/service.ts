import type { Manual } from '../../domain/manual/schema.ts';
import { FIELDS } from '../../locales/labels.ts';
import { say } from '../../locales/messages.ts';
import { choicesOf } from '../choices.ts';
import { first } from '../entities.ts';
import { type Question, read } from '../form.ts';

/** Which service it is about; any mention settles it. */
export function serviceQuestion<A, F>(offered: readonly string[]): Question<A, string, F> {
  return {
    label: FIELDS.service,
    ask: () => say('askService'),
    choices: (_answers, _facts, scene) =>
      choicesOf(
        Object.fromEntries(
          offered.flatMap((id) => (scene.manual.services[id] ? [[id, scene.manual.services[id].names]] : [])),
        ),
      ),
    read: (heard, _manner, _answers, _facts, scene) => {
      const service = first(heard, 'service')?.value ?? serviceOfDevice(first(heard, 'device')?.value);
      return service && service in scene.manual.services ? read(service) : undefined;
    },
    show: (value, _answers, scene) => serviceNames(scene.manual, value),
  };
}

const DEVICE_SERVICE: Readonly<Record<string, string>> = {
  modem: 'broadband',
  router: 'broadband',
  light: 'broadband',
  'set-top-box': 'iptv',
  sim: 'mobile',
  'base-station': 'mobile',
};

function serviceOfDevice(device: string | undefined): string | undefined {
  return device === undefined ? undefined : DEVICE_SERVICE[device];
}

export function serviceNames(manual: Manual, id: string) {
  return manual.services[id]?.names ?? id;
}
