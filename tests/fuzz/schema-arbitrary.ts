import fc from 'fast-check';
import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;
/** Values that exist on the server, by the name of the property that takes them. */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

/** Stands in every made-up text, so that a text which turns up where it must not is found. */
export const MARK = 'zqfuzz';

/** Values that fit `schema`: mostly made up, often taken from `pool`. */
export function makeFitting(schema: z.ZodType, pool: Pool): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return makeNode(json, pool);
}

function makeNode(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(choice => makeNode(choice as Schema, pool)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(part => makeNode(part as Schema, pool))).map(merge);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return makeObject(schema, pool);
    case 'array':
      return fc.array(makeNode((schema.items ?? {}) as Schema, pool), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 3),
      });
    case 'string':
      return makeText(schema);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -5),
        max: Math.min(schema.maximum ?? 1e6, 1e6),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function merge(parts: unknown[]): unknown {
  return Object.assign({}, ...parts);
}

function makeObject(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {}).map(([name, node]) => {
    const made = makeNode(node as Schema, pool);
    const known = pool[name] ?? [];
    return [name, known.length > 0 ? fc.oneof(fc.constantFrom(...known), made) : made] as const;
  });
  const requiredKeys = (schema.required ?? []) as never[];
  return fc.record(Object.fromEntries(properties), { requiredKeys });
}

function makeText(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid({ version: 7 });
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern)).map(text => text.slice(0, 2000));
  const maxLength = Math.min(schema.maxLength ?? 40, 300);
  return fc
    .string({ unit: 'grapheme', maxLength: Math.max(0, maxLength - MARK.length) })
    .map(text => (MARK + text).slice(0, maxLength));
}
