import { createPageView } from '#extension/content/page-view.ts';
import { createShownFields } from '#extension/content/shown-fields.ts';
import { addSightRoots } from '#extension/content/sight-roots.ts';
import { handOverPurpose } from '#extension/detect/hand-over-purpose.ts';
import { createPurposeJudge } from '#extension/detect/judge-purpose.ts';
import { LiveRoots } from '#extension/detect/live-roots.ts';
import { PageSigns } from '#extension/detect/page-signs.ts';
import type { NativeField } from '#extension/detect/walk-roots.ts';
import { applyFill } from '#extension/fill/apply-fill.ts';
import type { FillPlan } from '#extension/fill/fill-plan.ts';
import type { ValuesToFill } from '#extension/fill/identity.ts';
import { planFill } from '#extension/fill/plan-fill.ts';
import { createStepResolver } from '#extension/fill/resolve-field.ts';

/** What the extension fills on a page once it has looked it over. */
export interface ReadyFill {
  /** Fills as the extension does; gives how many fields are filled then. */
  fill(): Promise<number>;
  /** Sets the same values as a script would that looks at nothing. */
  set(): void;
  /** Empties what was written. */
  empty(): void;
}

/** Reads the page once and plans what `fill` and `set` write. */
export function prepareFill(values: ValuesToFill): ReadyFill {
  const view = createPageView(() => undefined, new LiveRoots(document));
  const { fields, classified, elements } = view.read();
  const plan: FillPlan = planFill({ fields, classified, values, origin: location.origin, language: 'en' });
  const signs = new PageSigns(document);
  handOverPurpose(asked => createPurposeJudge(asked, signs));
  const shown = createShownFields(view, document);
  shown.remember(new Map(elements));
  const targets = plan.steps.flatMap(({ fieldKey, values: [value = ''] }) => {
    const element = elements.get(fieldKey);
    return element ? [{ element: element as NativeField, value }] : [];
  });
  const write = (element: NativeField, value: string): void => {
    element.value = value;
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
  };
  return {
    async fill() {
      view.search();
      for (const { fieldKey } of plan.steps) view.touch(fieldKey);
      const find = createStepResolver(view, plan.steps);
      const { results, leave } = await applyFill(plan, {
        ...{ origin: location.origin, document, isStillOf: shown.isStillOf },
        resolve(step) {
          view.touch(step.fieldKey);
          return find(step);
        },
        roots: () =>
          addSightRoots(
            view.roots(),
            targets.map(({ element }) => element),
          ),
      });
      leave();
      return results.filter(({ outcome }) => outcome === 'filled').length;
    },
    set() {
      for (const { element, value } of targets) write(element, value);
    },
    empty() {
      for (const { element } of targets) element.value = '';
    },
  };
}
