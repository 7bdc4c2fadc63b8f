import fc from 'fast-check';

/** The part of JSON Schema that the API's document uses. */
export interface Schema {
  type?: string | string[];
  $ref?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

/** Values that break careless programs. */
const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    '0',
    -1,
    0,
    1.5,
    1e308,
    -2147483649,
    2 ** 53,
    'null',
    'undefined',
    'NaN',
    "' or 1=1 --",
    '"; drop table bookings; --',
    '../../../etc/passwd',
    '%00',
    '\u0000',
    '\ud800',
    '{{7*7}}',
    '#{7*7}',
    '<script>alert(1)</script>',
    '2027-02-30',
    '9999-12-31',
    '0000-00-00',
    'FRMRS',
    'hold_',
    'VF-AAAAAAA',
    '😀'.repeat(40),
    'a'.repeat(3000),
    [],
    {},
    [[[[]]]],
    { __proto__: { admin: true } },
    { constructor: { prototype: { x: 1 } } },
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values after the schema, and, in about a third of the places, values that spite it. */
export function arbitraryOf(schema: Schema, components: Record<string, Schema>): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema, components);
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: HOSTILE });
}

function fittingOf(schema: Schema, components: Record<string, Schema>): fc.Arbitrary<unknown> {
  if (schema.$ref) return fittingOf(components[schema.$ref.split('/').at(-1) as string] ?? {}, components);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fittingOf(choice, components)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) return objectOf(schema, components);
  if (type === 'array') {
    const max = Math.min(schema.maxItems ?? 4, 12);
    return fc.array(arbitraryOf(schema.items ?? {}, components), {
      minLength: Math.min(schema.minItems ?? 0, max),
      maxLength: max,
    });
  }
  if (type === 'integer' || type === 'number') {
    return fc.integer({
      min: Math.max(schema.minimum ?? -5, -1_000_000),
      max: Math.min(schema.maximum ?? 20, 1_000_000),
    });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return stringOf(schema);
  return fc.jsonValue({ maxDepth: 2 });
}

function objectOf(schema: Schema, components: Record<string, Schema>): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    arbitraryOf(property, components),
  ]);
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(properties);
  const required = fc.record(model, { requiredKeys: schema.required ?? [] });
  return fc
    .tuple(required, fc.option(HOSTILE, { freq: 8 }))
    .map(([value, extra]) => (extra === null ? value : { ...(value as object), unexpected: extra }));
}

function stringOf(schema: Schema): fc.Arbitrary<string> {
  const dates = fc.date({ min: new Date('1920-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.format?.startsWith('date') || schema.pattern?.includes('\\d\\d\\d\\d'))
    return dates.map((d) => d.toISOString().slice(0, 10));
  if (schema.pattern && schema.pattern.length < 120) {
    try {
      return fc.stringMatching(new RegExp(schema.pattern));
    } catch {
      return fc.string();
    }
  }
  return fc.string({
    minLength: Math.min(schema.minLength ?? 0, 50),
    maxLength: Math.min(schema.maxLength ?? 30, 200),
  });
}

/** The value with one or two of its places, however deep, replaced by something hostile; sometimes as it is. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const places = pathsOf(value);
  return fc
    .array(fc.tuple(fc.constantFrom(...places), HOSTILE), { maxLength: 2 })
    .map((changes) => changes.reduce((changed, [place, hostile]) => replace(changed, place, hostile), value));
}

type Path = readonly string[];

function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((rest) => [key, ...rest]),
  ]);
}

/** A copy with one place changed; a place that an earlier change took away stays away. */
function replace(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((inner, index) => (String(index) === key ? replace(inner, rest, by) : inner));
  return { ...value, [key]: replace((value as Record<string, unknown>)[key], rest, by) };
}
