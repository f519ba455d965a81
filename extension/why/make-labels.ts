import type { CleanCopy, CopiedControl } from './clean-copy.ts';
import type { Meaning } from './meanings.ts';

/** What its owner said about one control. */
export interface SaidField {
  order: number;
  meaning: Meaning;
}

/** The labels of a copied page, in the shape of the forms corpus. */
export interface PageLabels {
  source: 'reported';
  id: string;
  /** Said by a person, field by field. */
  truth: 'reported-manual';
  licence: string;
  kind: 'checkout' | 'card' | 'address' | 'other';
  lang: string | null;
  n_controls: number;
  n_labelled: number;
  n_inscope: number;
  n_addr: number;
  n_card: number;
  labels: ControlLabel[];
}

interface ControlLabel {
  cid: number;
  tag: string;
  type: string;
  name: string;
  id: string;
  label: Meaning | null;
  accept: Meaning[];
  source: 'reported-manual' | 'unlabelled';
  site_autocomplete: string | null;
}

const ADDRESS = /^(?:address-|street-|house-|postal-|country)/;

/** Labels for a copy: what was said about the controls that a person saw; the others have none. */
export function makeLabels(
  page: { id: string; language: string },
  { controls }: CleanCopy,
  said: readonly SaidField[],
): PageLabels {
  const meanings = new Map(said.map(({ order, meaning }) => [order, meaning]));
  const labels = controls.map(control => toLabel(control, meanings.get(control.order) ?? null));
  const count = (test: (label: Meaning) => boolean) =>
    labels.filter(({ label }) => label !== null && test(label)).length;
  const address = count(label => ADDRESS.test(label));
  const card = count(label => label.startsWith('cc-'));
  return {
    ...{ source: 'reported', id: page.id, truth: 'reported-manual', licence: "page markup is the site's" },
    kind: card > 0 ? (address > 0 ? 'checkout' : 'card') : address > 0 ? 'address' : 'other',
    lang: page.language || null,
    ...{ n_controls: controls.length, n_labelled: count(() => true) },
    ...{ n_inscope: count(label => label !== 'none'), n_addr: address, n_card: card },
    labels,
  };
}

function toLabel(control: CopiedControl, label: Meaning | null): ControlLabel {
  const { cid, tag, type, name, id, autocomplete } = control;
  return {
    ...{ cid, tag, type, name, id, label, accept: label === null ? [] : [label] },
    source: label === null ? 'unlabelled' : 'reported-manual',
    site_autocomplete: autocomplete || null,
  };
}
