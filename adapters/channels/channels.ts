import type { Channel } from './messaging/port.ts';
import { wechat } from './wechat/index.ts';

/** Every messaging channel that `channels.yaml` can name. */
export const CHANNELS: readonly Channel[] = [wechat];
