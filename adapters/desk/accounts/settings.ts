import { HttpError } from '../../http/answer.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import { deskSettingsBody } from '../schemas.ts';
import { type AccountsDeps, note } from './deps.ts';

type Windows = readonly (readonly [string, string])[];

/** What supervisors change without a developer. */
export function settingsOperations(deps: AccountsDeps): DeskOperation[] {
  const { guard, ledger, now } = deps;
  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/settings',
      access: 'agent',
      summary: 'Settings of the desk; null = as the manual says.',
      answer: deskSettingsBody,
      handle: async () => {
        const { open, notice, hours } = await ledger.deskBook.settings();
        return { open, notice: notice && { ...notice }, hours: hours && windowsOf(hours) };
      },
    }),
    deskOperation(guard, {
      method: 'PUT',
      path: '/desk/api/settings',
      access: 'supervisor',
      summary: 'Opens or closes the desk, tells customers something, replaces its hours.',
      body: deskSettingsBody,
      answer: deskSettingsBody,
      handle: async ({ body }, caller) => {
        if (body.hours !== null) {
          inOrder('workingDays', body.hours.workingDays);
          inOrder('otherDays', body.hours.otherDays);
        }
        await ledger.deskBook.saveSettings(body, caller.staff.id, now());
        const detail = `open=${body.open} notice=${body.notice !== null} hours=${body.hours !== null}`;
        await note(deps, caller, 'settings-changed', { detail });
        deps.signals.send({ kind: 'desk' });
        return body;
      },
    }),
  ];
}

function windowsOf({ workingDays, otherDays }: { readonly workingDays: Windows; readonly otherDays: Windows }) {
  const copy = (windows: Windows): [string, string][] => windows.map(([from, to]) => [from, to]);
  return { workingDays: copy(workingDays), otherDays: copy(otherDays) };
}

/** Each ends after it begins, and begins when the one before has ended. */
function inOrder(days: string, windows: Windows): void {
  const times = windows.flat();
  if (times.some((time, i) => i > 0 && (i % 2 === 1 ? time <= (times[i - 1] ?? '') : time < (times[i - 1] ?? ''))))
    throw new HttpError(400, 'BadArgument', `hours.${days}: from earlier to later, one after the other`);
}
