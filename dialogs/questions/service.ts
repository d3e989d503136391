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
    read: (heard, manner, _answers, _facts, scene) => {
      const entity = first(heard, 'service')?.value ?? serviceOfDevice(first(heard, 'device')?.value);
      const service = entity ?? (manner === 'asked' ? serviceSaid(heard.text) : undefined);
      return service && service in scene.manual.services ? read(service) : undefined;
    },
    show: (value, _answers, scene) => serviceNames(scene.manual, value),
  };
}

/** Plain words for a service, in answer to "which one?"; the first that fits wins. */
const SPOKEN: readonly (readonly [string, RegExp])[] = [
  ['iptv', /电视|電視|\btv\b|telly/i],
  ['fixed', /家(里|裡|中|用)?的?(电话|電話)|屋企電話|市话|市話|室内电话|室內電話|(home|house|desk) phone|landline/i],
  ['data', /流量|行動上網|手机上网|手機上網|[45]g|mobile data/i],
  ['mobile', /手机|手機|行動電話|cell|mobile|sim/i],
  ['broadband', /网|網|wi-?fi|internet|online/i],
];
function serviceSaid(text: string): string | undefined {
  return text.length <= 40 ? SPOKEN.find(([, words]) => words.test(text))?.[0] : undefined;
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
