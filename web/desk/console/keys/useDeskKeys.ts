import { useEffect, useRef } from 'react';
import { useQueue } from '../../lib/queries.ts';
import { go } from '../../lib/route.ts';
import { usePreferences } from '../../lib/usePreferences.ts';
import { useActions } from '../ActionsContext.tsx';
import { useDesk } from '../DeskContext.tsx';
import { useAccept } from '../useAccept.ts';
import { type Action, actionOf } from './keys.ts';

interface Where {
  readonly shown: boolean;
  readonly current: string | null;
}

/** Listens to the desk's keys while it is shown, they are on, and no dialog is open. */
export function useDeskKeys({ shown, current }: Where): void {
  const { me } = useDesk();
  const { keys } = usePreferences().preferences;
  const { queue } = useQueue();
  const { accept } = useAccept();
  const { open, write, toggleContext } = useActions();
  const on = shown && keys;

  function act(action: Action): void {
    const mine = queue?.mine ?? [];
    const waiting = queue?.waiting ?? [];
    const has = mine.some(({ conversation }) => conversation === current);
    const step = (by: 1 | -1): void => {
      const rows = mine.length > 0 ? mine : waiting;
      const at = rows.findIndex(({ conversation }) => conversation === current);
      const to = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length];
      if (to) go({ view: 'desk', conversation: to.conversation });
    };
    switch (action) {
      case 'next':
        step(1);
        break;
      case 'previous':
        step(-1);
        break;
      case 'accept': {
        const offered = waiting.find(({ owner }) => owner.kind === 'offered' && owner.agent === me);
        const looked = waiting.find(({ conversation, owner }) => conversation === current && owner.kind === 'queue');
        const wanted = offered ?? looked;
        if (wanted) accept(wanted);
        break;
      }
      case 'reply':
      case 'note':
        if (has) write(action);
        break;
      case 'transfer':
      case 'return':
      case 'case':
        if (has) open(action);
        break;
      case 'customer':
        toggleContext();
        break;
      case 'palette':
      case 'keys':
        open(action);
        break;
    }
  }
  const newest = useRef(act);
  newest.current = act;

  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector('.dialog') !== null) return;
      const action = actionOf(event, isField(event.target));
      if (action === null) return;
      event.preventDefault();
      newest.current(action);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [on]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type))
  );
}
