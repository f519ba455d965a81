import type { ComponentChildren } from 'preact';

/** A table that scrolls sideways where it does not fit; the keyboard reaches it too (WCAG 2.2, 2.1.1). */
export function ScrollingTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table-scroll" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </section>
  );
}
