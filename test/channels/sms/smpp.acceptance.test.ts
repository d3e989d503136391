import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import { TIMINGS } from '../../../adapters/channels/sms/smpp/timings.ts';
import { openSmpp, type SmppPlatform } from '../../simulators/sms-smpp.ts';
import { channelAcceptance } from '../messaging/acceptance.ts';
import { QUICK } from './quick.ts';

const SYSTEM_ERROR = 0x08;
const QUEUE_FULL = 0x14;
const THROTTLED = 0x58;

const be = (text: string) => Buffer.from(text, 'utf16le').swap16();

channelAcceptance<SmppPlatform>('sms-smpp', {
  // a busy machine takes its time to answer
  channel: createSmsSmpp({ ...QUICK, answer: TIMINGS.answer, queue: TIMINGS.queue, lock: 5000 }),
  open: () => openSmpp(),
  unreadable(platform) {
    const text = be('喂');
    const part = (header: readonly number[], words = '喂') => ({
      ...{ esm_class: 0x40, short_message: { udh: Buffer.from(header), message: be(words) } },
    });
    return {
      'octets that are no text': platform.delivers({ data_coding: 4, short_message: Buffer.from([1, 2, 3]) }),
      'a coding of tomorrow': platform.delivers({ data_coding: 0xf7, short_message: Buffer.from([1, 2, 3]) }),
      'half a character': platform.delivers({ short_message: Buffer.from([0x55]) }),
      'no words': platform.delivers({ short_message: be('  ') }),
      nothing: platform.delivers({ short_message: Buffer.alloc(0) }),
      'from a service': platform.delivers({ source_addr: '10086', short_message: text }),
      'from a name': platform.delivers({ source_addr: 'BANK', source_addr_ton: 5, short_message: text }),
      'from nobody': platform.delivers({ source_addr: '', short_message: text }),
      'a word of the handset': platform.delivers({ esm_class: 0x08, short_message: text }),
      'a receipt of nothing': platform.delivers({ esm_class: 0x04, short_message: 'id:?? stat:????' }),
      'part 1 of 255': platform.delivers(part([5, 0, 3, 1, 255, 1])),
      'half a header': platform.delivers(part([3, 0])),
      'a long payload of blanks': platform.delivers({ message_payload: be(' '.repeat(3000)), short_message: '' }),
    };
  },
  odd(platform, { source }) {
    const from = { source_addr: source.replace('+', ''), source_addr_npi: 1 };
    const part = (header: readonly number[]) => ({
      ...{ ...from, esm_class: 0x40, short_message: { udh: Buffer.from(header), message: be('喂') } },
    });
    return {
      // what is nonsense in a header counts as if it was not there (3GPP TS 23.040, 9.2.3.24.1)
      'part 3 of 2': platform.delivers(part([5, 0, 3, 1, 2, 3])),
      'part 0 of 0': platform.delivers(part([5, 0, 3, 1, 0, 0])),
      'a header of tomorrow': platform.delivers(part([3, 0x7f, 1, 9])),
      'a port of a program': platform.delivers(part([6, 5, 4, 0x0b, 0x84, 0x23, 0xf0])),
      'a protocol of tomorrow': platform.delivers({ ...from, protocol_id: 0x7f, short_message: be('喂') }),
      'unknown TLVs': platform.delivers({
        ...from,
        message_payload: be('喂'),
        short_message: '',
        network_error_code: be('x'),
      }),
    };
  },
  mishap({ smsc }, kind, times) {
    const statuses = kind === 'away' ? [SYSTEM_ERROR, QUEUE_FULL] : [THROTTLED];
    const all = Array.from({ length: times }, (_, at) => statuses[at % statuses.length] ?? THROTTLED);
    smsc.mishaps.splice(0, Infinity, ...all);
  },
  knowsRepeats: true,
  codes: { away: ['0x08', '0x14'], throttled: ['0x58'] },
});
