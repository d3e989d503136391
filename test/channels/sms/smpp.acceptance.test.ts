import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import { TIMINGS } from '../../../adapters/channels/sms/smpp/timings.ts';
import { openSmpp, type SmppPlatform } from '../../simulators/sms-smpp.ts';
import { channelAcceptance } from '../messaging/acceptance.ts';
import { QUICK } from './quick.ts';

const SYSTEM_ERROR = 0x08;
const QUEUE_FULL = 0x14;
const THROTTLED = 0x58;

channelAcceptance<SmppPlatform>('sms-smpp', {
  // a busy machine takes its time to answer
  channel: createSmsSmpp({ ...QUICK, answer: TIMINGS.answer, queue: TIMINGS.queue, lock: 5000 }),
  open: () => openSmpp(),
  mishap({ smsc }, kind, times) {
    const statuses = kind === 'away' ? [SYSTEM_ERROR, QUEUE_FULL] : [THROTTLED];
    for (let at = 0; at < times; at++) smsc.mishaps.push(statuses[at % statuses.length] ?? THROTTLED);
  },
});
