import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** On which sides a box that scrolls sideways has more than it shows. */
export interface HiddenEdges {
  before: boolean;
  after: boolean;
}

/** Follows the scrolling of `ref`, its size and what is in it. */
export function useHiddenEdges(ref: RefObject<HTMLElement | null>): HiddenEdges {
  const [edges, setEdges] = useState<HiddenEdges>({ before: false, after: false });
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = () => {
      const { before, after } = measureEdges(box);
      setEdges(known => (known.before === before && known.after === after ? known : { before, after }));
    };
    const observer = new ResizeObserver(look);
    for (const watched of [box, ...box.children]) observer.observe(watched);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [ref]);
  return edges;
}

/** Browsers scroll by parts of a pixel: less than one is nothing hidden. */
function measureEdges({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): HiddenEdges {
  return { before: scrollLeft >= 1, after: scrollWidth - clientWidth - scrollLeft >= 1 };
}
