import { classifyFields } from '#extension/detect/classify-fields.ts';
import { classifyPage } from '#extension/detect/classify-page.ts';
import { createFieldIndex } from '#extension/detect/collect-fields.ts';
import { LiveFields } from '#extension/detect/live-fields.ts';
import { LiveRoots } from '#extension/detect/live-roots.ts';

export interface Prediction {
  /** Token by `data-cid`; what asks for nothing of ours is left out. */
  p: Record<string, string>;
  ms: number;
  kind: string;
}

/** Detection as it ships, once, timed from the first look at the page to the last meaning. */
export function predictPage(): Prediction {
  const start = performance.now();
  const live = new LiveFields(new LiveRoots(document), createFieldIndex(), () => {});
  const { fields, elements } = live.read();
  const classified = classifyFields(fields);
  const kind = classifyPage(fields, classified);
  const ms = performance.now() - start;
  live.stop();
  const p: Record<string, string> = {};
  for (const one of classified) {
    const cid = elements.get(one.fieldKey)?.getAttribute('data-cid');
    if (cid && one.token !== 'none') p[cid] = one.token;
  }
  return { p, ms, kind };
}
