import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether `ref` stands in a box that scrolls, itself included: then the keyboard must be able to stop there. */
export function useScrolls(ref: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  // What is in the box may change whenever something is drawn, and its size whenever the window does.
  useEffect(() => {
    const box = findBox(ref.current);
    if (!box) return setScrolls(false);
    const look = () => setScrolls(box.scrollHeight > box.clientHeight);
    const observer = new ResizeObserver(look);
    for (const watched of [box, ...box.children]) observer.observe(watched);
    return () => observer.disconnect();
  });
  return scrolls;
}

function findBox(element: HTMLElement | null): HTMLElement | null {
  if (!element) return null;
  return getComputedStyle(element).overflowY === 'auto' ? element : findBox(element.parentElement);
}
