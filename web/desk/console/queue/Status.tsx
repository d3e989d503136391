import { useMutation } from '@tanstack/react-query';
import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import { call } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { STATUSES } from '../../lib/statuses.ts';
import { Select } from '../../parts/Select.tsx';
import { useToast } from '../../parts/Toast.tsx';
import { shellTexts } from '../../texts.ts';
import { AllowNotices } from '../alert/AllowNotices.tsx';
import { useDeskLive } from '../DeskContext.tsx';
import { queueTexts } from './texts.ts';

/** Whether new customers come to me, and whether the console is connected. */
export function Status() {
  const shell = useTexts(shellTexts);
  const words = useTexts(queueTexts);
  const say = useToast();
  const { user, change } = useSession();
  const link = useDeskLive((live) => live.link);
  const set = useMutation({
    mutationFn: (status: StaffView['status']) => call('PUT', '/me/status', { status }),
    onMutate: (status) => change({ ...user, status }),
    onError() {
      change(user);
      say(words.notReached, 'danger');
    },
  });
  return (
    <div className="status-line">
      <p className="status-name cut">{user.name}</p>
      <Select
        label={shell.status}
        labelHidden
        className="status"
        value={user.status}
        onChange={set.mutate}
        options={STATUSES.map((id) => ({ id, name: shell.statuses[id], mark: <span className={`dot ${id}`} /> }))}
      />
      <AllowNotices />
      <p className="link-line" role="status">
        {link === 'reconnecting' && words.reconnecting}
      </p>
    </div>
  );
}
