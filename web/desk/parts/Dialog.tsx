import type { ReactNode } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as Pane } from 'react-aria-components';
import { useTexts } from '../lib/language.tsx';
import { Button } from './Button.tsx';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** For questions that a stray click must not answer. */
  readonly insist?: boolean;
  readonly children: ReactNode;
}

const texts = { 'zh-Hans': '关闭', 'zh-Hant': '關閉', en: 'Close' };

/** Above everything else; the focus stays in it and goes back to where it was. Put buttons into `<DialogFoot>`. */
export function Dialog({ title, open, onClose, wide = false, insist = false, children }: Props) {
  const close = useTexts(texts);
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={open}
      onOpenChange={(now) => now || onClose()}
      isDismissable={!insist}
    >
      <Modal className={wide ? 'dialog-box wide' : 'dialog-box'}>
        <Pane className="dialog" role={insist ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button label={close} icon="cross" iconOnly variant="plain" onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
        </Pane>
      </Modal>
    </ModalOverlay>
  );
}

export function DialogFoot({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-foot">{children}</div>;
}
