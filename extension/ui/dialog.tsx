import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  open: boolean;
  title: string;
  children: ComponentChildren;
  onClose: () => void;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back, and Escape closes it. */
export function Dialog(props: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { open } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    if (open) dialog?.showModal();
    else dialog?.close();
    // The browser gives the focus to the first control, and scrolls what stands before it out of a low window.
    if (!open || !dialog?.scrollTop || !title.current) return;
    title.current.tabIndex = -1;
    title.current.focus();
  }, [open]);
  return (
    <dialog class="dialog" ref={element} aria-labelledby={id} onClose={props.onClose}>
      {open ? (
        <div class="stack">
          <h2 id={id} ref={title}>
            {props.title}
          </h2>
          {props.children}
        </div>
      ) : null}
    </dialog>
  );
}
