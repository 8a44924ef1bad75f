/** Checks a value against a JSON Schema of the kind `schema.ts` is written in: the same document that outsiders use. */

/** The part of JSON Schema 2020-12 that this product's schemas use; another keyword is a fault of ours. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string | number;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly anyOf?: readonly Schema[];
}

/** One place where a value is not what the schema asks for. */
export interface Mismatch {
  /** `nodes[3].title.pl`; '' is the whole value. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** At most so many mismatches are told: a file of another kind has thousands. */
export const MOST_MISMATCHES = 20;

/** What of `value` does not fit `schema`; [] when all does. */
export function mismatches(schema: Schema, value: unknown): readonly Mismatch[] {
  const found: Mismatch[] = [];
  visit(schema, value, '', { root: schema, patterns: new Map(), found });
  return found;
}

interface Visit {
  readonly root: Schema;
  readonly patterns: Map<string, RegExp>;
  readonly found: Mismatch[];
}

function visit(schema: Schema, value: unknown, path: string, context: Visit): void {
  if (context.found.length >= MOST_MISMATCHES) return;
  if (schema.$ref !== undefined) return visit(resolve(schema.$ref, context.root), value, path, context);
  const miss = (expected: string, found: string = show(value)): void =>
    void (context.found.length < MOST_MISMATCHES && context.found.push({ path, expected, found }));
  if (schema.anyOf) return visitAny(schema.anyOf, value, path, context, miss);
  const type = typeOf(value);
  const allowed =
    schema.type === undefined ? null : typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (allowed && !allowed.includes(type) && !(type === 'integer' && allowed.includes('number')))
    return miss(allowed.join(' | '));
  if (schema.const !== undefined && value !== schema.const) return miss(JSON.stringify(schema.const));
  if (schema.enum && !schema.enum.includes(value as string | null))
    return miss(schema.enum.map(show).join(' | '));
  if (typeof value === 'string') {
    if (schema.minLength !== undefined && value.length < schema.minLength) miss('text that is not empty');
    if (schema.pattern !== undefined && !pattern(schema.pattern, context).test(value)) miss(schema.pattern);
  }
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum) miss(`>= ${schema.minimum}`);
    if (schema.maximum !== undefined && value > schema.maximum) miss(`<= ${schema.maximum}`);
  }
  if (Array.isArray(value)) visitItems(schema, value, path, context, miss);
  else if (typeof value === 'object' && value !== null)
    visitMembers(schema, value as Readonly<Record<string, unknown>>, path, context, miss);
}

type Miss = (expected: string, found?: string) => void;

/** The first alternative that fits; when none does, what the one of the value's type would need. */
function visitAny(
  choices: readonly Schema[],
  value: unknown,
  path: string,
  context: Visit,
  miss: Miss,
): void {
  const attempts = choices.map((choice) => {
    const attempt: Visit = { ...context, found: [] };
    visit(choice, value, path, attempt);
    return attempt.found;
  });
  if (attempts.some((found) => found.length === 0)) return;
  const inside = attempts.find((found) => found.every((mismatch) => mismatch.path !== path));
  if (!inside) return miss(attempts.map((found) => found[0]!.expected).join(' | '));
  context.found.push(...inside.slice(0, MOST_MISMATCHES - context.found.length));
}

function visitItems(
  schema: Schema,
  value: readonly unknown[],
  path: string,
  context: Visit,
  miss: Miss,
): void {
  if (schema.minItems !== undefined && value.length < schema.minItems)
    miss(`at least ${schema.minItems} items`, `${value.length} items`);
  if (schema.maxItems !== undefined && value.length > schema.maxItems)
    miss(`at most ${schema.maxItems} items`, `${value.length} items`);
  for (const [at, item] of value.entries()) {
    const rule = schema.prefixItems?.[at] ?? schema.items;
    if (rule) visit(rule, item, `${path}[${at}]`, context);
  }
}

function visitMembers(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  path: string,
  context: Visit,
  miss: Miss,
): void {
  const names = Object.keys(value);
  for (const name of schema.required ?? []) if (!Object.hasOwn(value, name)) miss(`a field ${name}`, 'none');
  if (schema.minProperties !== undefined && names.length < schema.minProperties)
    miss(`at least ${schema.minProperties} fields`, `${names.length} fields`);
  for (const name of names) {
    const place = path === '' ? name : `${path}.${name}`;
    if (schema.propertyNames) visit(schema.propertyNames, name, place, context);
    const properties = schema.properties ?? {};
    const rule = Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties;
    if (rule === false)
      context.found.push({ path: place, expected: 'no such field', found: show(value[name]) });
    else if (rule) visit(rule, value[name], place, context);
  }
}

function resolve(ref: string, root: Schema): Schema {
  const found = root.$defs?.[ref.replace('#/$defs/', '')];
  if (!found) throw new Error(`schema: ${ref} is not defined`);
  return found;
}

function pattern(source: string, context: Visit): RegExp {
  const known = context.patterns.get(source);
  if (known) return known;
  const made = new RegExp(source, 'u');
  context.patterns.set(source, made);
  return made;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
