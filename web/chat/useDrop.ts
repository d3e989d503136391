import { useEffect, useState } from 'preact/hooks';

/** Takes files dropped anywhere on the page. Returns whether some are being held over it. */
export function useDrop(add: (files: readonly File[]) => void): boolean {
  const [held, hold] = useState(false);
  useEffect(() => {
    function over(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      hold(true);
    }
    function leave({ relatedTarget }: DragEvent): void {
      if (relatedTarget === null) hold(false);
    }
    function drop(event: DragEvent): void {
      hold(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    }
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [add]);
  return held;
}
