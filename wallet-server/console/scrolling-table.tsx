import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useHiddenEdges } from './use-hidden-edges.ts';

/**
 * A table that scrolls sideways where it does not fit: then an edge shows on which side there is more, and the
 * keyboard stops there (WCAG 2.2, 2.1.1). Where it fits it is no stop.
 */
export function ScrollingTable({ label, children }: { label: string; children: ComponentChildren }) {
  const box = useRef<HTMLElement>(null);
  const { before, after } = useHiddenEdges(box);
  return (
    <div class="table-edges" data-before={before || undefined} data-after={after || undefined}>
      <section class="table-scroll" aria-label={label} ref={box} tabIndex={before || after ? 0 : undefined}>
        <table>{children}</table>
      </section>
    </div>
  );
}
