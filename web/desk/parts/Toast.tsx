import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { Button } from './Button.tsx';

interface Message {
  readonly id: number;
  readonly words: string;
  readonly tone: 'ok' | 'danger';
}
type Say = (words: string, tone?: Message['tone']) => void;

const SHOWN_MS = 6_000;
const texts = { 'zh-Hans': '关闭', 'zh-Hant': '關閉', en: 'Close' };
const Context = createContext<Say>(() => {});

/** Says in a corner what has come of something. What needs an answer is a dialog instead. */
export function useToast(): Say {
  return useContext(Context);
}

export function Toasts({ children }: { readonly children: ReactNode }) {
  const close = useTexts(texts);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const count = useRef(0);
  const drop = useCallback((id: number) => setMessages((all) => all.filter((each) => each.id !== id)), []);
  const say = useCallback<Say>(
    (words, tone = 'ok') => {
      count.current += 1;
      const id = count.current;
      setMessages((all) => [...all.slice(-2), { id, words, tone }]);
      // a fault stays until it is closed: nobody may miss it
      if (tone === 'ok') setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  return (
    <Context value={say}>
      {children}
      <div className="toasts" role="status">
        {messages.map(({ id, words, tone }) => (
          <div key={id} className={`toast ${tone}`}>
            {words}
            <Button label={close} icon="cross" iconOnly small variant="plain" onPress={() => drop(id)} />
          </div>
        ))}
      </div>
    </Context>
  );
}
