import type { ComponentChildren } from 'preact';

/** The name at the head, and what may be done from everywhere. */
export function PopupHead({ children }: { children?: ComponentChildren }) {
  return (
    <header class="popup-head">
      <svg class="popup-mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 5l4 14 4-11 4 11 4-14" />
        <path d="M3 9h18M3 13h18" />
      </svg>
      <strong>Wayveil</strong>
      {children}
    </header>
  );
}
