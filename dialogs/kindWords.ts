import type { BookingKind } from '../domain/appointments/booking.ts';
import { mentions } from './words.ts';

const KINDS: readonly (readonly [BookingKind, RegExp])[] = [
  [
    'callback',
    /回电|回電|打电话给我|打電話給我|回个电话|回個電話|回拨|回撥|打给我|打給我|(给|給)我(打|回)(个|個)?(电话|電話)|call(ing)? me|call.?back|phone me|ring me/,
  ],
  ['branch', /营业厅|營業廳|门店|門店|门市|門市|到店|去店里|柜台|櫃檯|臨櫃|branch|store|shop|counter|in person/],
  [
    'repair',
    /修|报修|報修|故障|坏了|壞了|检查|檢查|检测|檢測|断网|斷網|上不了网|repair|fix|fault|technician.{0,20}(look|check)|engineer.{0,20}(look|check)|broken|not working/,
  ],
  [
    'install',
    /装机|裝機|安装|安裝|新装|新裝|装宽带|裝寬頻|装个|移机|移機|开通|開通|申裝|install|set ?up|new (line|broadband|internet|connection)/,
  ],
];

/** The kind of appointment that words ask for; null when they leave it open. */
export function kindIn(text: string): BookingKind | null {
  return KINDS.find(([, words]) => mentions(text, words))?.[0] ?? null;
}
