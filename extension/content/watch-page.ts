import type { ClassifiedField } from '../detect/field-description.ts';
import type { Report } from '../messages/report.ts';
import { IdleTurns } from './idle-turns.ts';
import { listAsked } from './list-asked.ts';
import type { MarkerCall } from './marked-fields.ts';
import type { PageView } from './page-view.ts';

/** Tells the background what this frame asks for, at once and after each change; a page without fields stays mute. */
export interface PageReporter {
  /** Tells again what was told last: the background hears of this frame and of the origin that it has now. */
  introduce(): Promise<void>;
  /** Something may have changed. */
  look(): void;
}

/** Reports what `view` sees, looking again in idle slices after each `look`. */
export function watchPage(view: PageView, report: Report, marker: MarkerCall): PageReporter {
  const tellFields = async (counts: FieldCounts): Promise<void> => {
    const answer = await report('fields_detected', counts);
    marker.allow(answer?.marker ?? false);
  };
  const told: { counts: FieldCounts | null } = { counts: null };
  const tell = async (counts: FieldCounts, askable: boolean): Promise<void> => {
    const known = told.counts ?? NOTHING;
    const same = counts.delivery === known.delivery && counts.card === known.card;
    if (same && !(askable && told.counts === null)) return;
    told.counts = counts;
    await tellFields(counts);
  };
  const tellAll = async (): Promise<void> => {
    const page = view.read();
    marker.notice(page);
    // A frame whose fields say nothing by themselves may be a part of a form of several: it lets itself be asked.
    const part = self !== self.top && page.fields.some(field => field.visible);
    await tell(countFields(listAsked(page)), part);
  };
  const turns = new IdleTurns(self, hasTime => {
    if (!view.advance(hasTime)) return false;
    void tellAll();
    return true;
  });
  return {
    look: () => turns.request(),
    introduce: () => tellFields(told.counts ?? NOTHING),
  };
}

interface FieldCounts {
  delivery: number;
  card: number;
}

const NOTHING: FieldCounts = { delivery: 0, card: 0 };

function countFields(asked: readonly ClassifiedField[]): FieldCounts {
  const card = asked.filter(({ token }) => token.startsWith('cc-')).length;
  return { delivery: Math.min(asked.length - card, 500), card: Math.min(card, 100) };
}
