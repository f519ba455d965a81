import { parseSync } from 'vite';

/** What one source file calls properties, and the words in it that could become the name of one. */
export interface PropertyNames {
  /** Of members of types, classes and objects: declared, written and read. */
  properties: Set<string>;
  /** Whole texts. Those of types are erased: whoever looks into an object by one has it as a text too. */
  texts: Set<string>;
  /** Keys of tables that are looked into by a text (`Record`). */
  keys: Set<string>;
}

interface SyntaxNode {
  type: string;
  [part: string]: unknown;
}

/** Reads a TypeScript file, or a declaration of types. */
export function readPropertyNames(path: string, source: string): PropertyNames {
  const names: PropertyNames = { properties: new Set(), texts: new Set(), keys: new Set() };
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be read`, { cause: errors });
  collect(program, names, source);
  return names;
}

function collect(node: unknown, names: PropertyNames, source: string): void {
  if (Array.isArray(node)) for (const one of node) collect(one, names, source);
  if (!isNode(node) || node.type === 'TSLiteralType') return;
  const name = readName(node);
  if (name !== null) names.properties.add(name);
  if (node.type === 'Literal' && typeof node.value === 'string') names.texts.add(node.value);
  if (node.type === 'TemplateElement') names.texts.add((node.value as { raw: string }).raw);
  if (node.type === 'VariableDeclarator' && isTable(node.id, source)) addKeys(node.init, names.keys);
  for (const [part, value] of Object.entries(node)) if (part !== 'type') collect(value, names, source);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The name of the property that `node` reads or declares. */
function readName(node: SyntaxNode): string | null {
  if (node.computed === true || node.type === 'TSMappedType') return null;
  const named = node.type === 'MemberExpression' ? node.property : node.key;
  if (!isNode(named) || named.type === 'PrivateIdentifier') return null;
  const { name, value } = named;
  if (typeof name === 'string') return name;
  return typeof value === 'string' ? value : null;
}

function isTable(declared: unknown, source: string): boolean {
  if (!isNode(declared) || !isNode(declared.typeAnnotation)) return false;
  const { start, end } = declared.typeAnnotation;
  return /\bRecord</.test(source.slice(Number(start), Number(end)));
}

/** A table in a table has keys of its own. */
function addKeys(value: unknown, keys: Set<string>): void {
  if (!isNode(value) || value.type !== 'ObjectExpression') return;
  for (const property of value.properties as SyntaxNode[]) {
    const name = readName(property);
    if (name !== null) keys.add(name);
    addKeys(property.value, keys);
  }
}
