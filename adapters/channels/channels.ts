import type { Channel } from './messaging/port.ts';
import { smsHttp } from './sms/http/index.ts';
import { smsSmpp } from './sms/smpp/index.ts';
import { telegram } from './telegram/index.ts';
import { wechat } from './wechat/index.ts';
import { wecomKf } from './wecom-kf/index.ts';
import { whatsapp } from './whatsapp/index.ts';

/** Every messaging channel that `channels.yaml` can name. */
export const CHANNELS: readonly Channel[] = [wechat, wecomKf, smsSmpp, smsHttp, whatsapp, telegram];
