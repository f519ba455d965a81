import { classifyFields } from '../detect/classify-fields.ts';
import type { CollectedFields } from '../detect/collect-fields.ts';
import type { ClassifiedField, FieldDescription } from '../detect/field-description.ts';
import { keepFilled } from '../detect/keep-filled.ts';
import type { FieldElement } from '../detect/walk-roots.ts';

/** What the page of this frame asks for right now. */
export interface PageFields {
  fields: FieldDescription[];
  /** Empty on a page of a kind that is never filled, and without the forms beside it that are not its own. */
  classified: ClassifiedField[];
  elements: ReadonlyMap<string, FieldElement>;
}

/** The controls of this frame, and among them those of the form that it is a part of. */
export type JoinFields = (fields: readonly FieldDescription[]) => FieldDescription[];

export const STANDS_ALONE: JoinFields = fields => [...fields];

/** A page with more controls is classified form by form, and a form with more in parts of this many. */
const MOST_TOGETHER = 400;
const PART = 100;

interface Part {
  fields: FieldDescription[];
  classified: ClassifiedField[];
}

/** Classifies pages, and does again only what changed since the last time. */
export class PageClassifier {
  #last: { collected: CollectedFields; join: JoinFields; page: PageFields } | null = null;
  #parts = new Map<string, Part>();

  /** Does some of the work for `classify`, as long as `hasTime`; says whether the rest is little. */
  advance(collected: CollectedFields, join: JoinFields, hasTime: () => boolean): boolean {
    if (this.#isLast(collected, join)) return true;
    for (const [name, fields] of listParts(join(collected.fields))) {
      if (this.#isKnown(name, fields)) continue;
      if (!hasTime()) return false;
      this.#parts.set(name, classifyPart(fields));
    }
    return true;
  }

  classify(collected: CollectedFields, join: JoinFields): PageFields {
    if (this.#last && this.#isLast(collected, join)) return this.#last.page;
    this.advance(collected, join, () => true);
    const joined = join(collected.fields);
    const own = new Set(collected.fields.map(({ key }) => key));
    const names = new Set(listParts(joined).keys());
    for (const name of this.#parts.keys()) if (!names.has(name)) this.#parts.delete(name);
    const classified = [...this.#parts.values()].flatMap(part => part.classified);
    const page = {
      fields: joined.filter(({ key }) => own.has(key)),
      classified: classified.filter(({ fieldKey }) => own.has(fieldKey)),
      elements: collected.elements,
    };
    this.#last = { collected, join, page };
    return page;
  }

  #isLast(collected: CollectedFields, join: JoinFields): boolean {
    return this.#last?.collected === collected && this.#last.join === join;
  }

  #isKnown(name: string, fields: readonly FieldDescription[]): boolean {
    const known = this.#parts.get(name)?.fields;
    return known?.length === fields.length && known.every((field, at) => field === fields[at]);
  }
}

function listParts(fields: FieldDescription[]): Map<string, FieldDescription[]> {
  if (fields.length === 0) return new Map();
  if (fields.length <= MOST_TOGETHER) return new Map([['page', fields]]);
  const parts = new Map<string, FieldDescription[]>();
  for (const [form, own] of Map.groupBy(fields, field => field.form)) {
    for (let at = 0; at < own.length; at += PART) parts.set(`${form}/${at}`, own.slice(at, at + PART));
  }
  return parts;
}

function classifyPart(fields: FieldDescription[]): Part {
  const classified = classifyFields(fields);
  return { fields, classified: keepFilled(fields, classified) };
}
