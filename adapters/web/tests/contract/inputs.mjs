// SPDX-License-Identifier: Apache-2.0
// What is sent, made from the schemas of the API's description and from nothing else: what fits a schema, and what does not. Both shrink.
import fc from 'fast-check';

const letters = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Anna Bērziņa',
      'Ольга',
      '../../etc/passwd',
      "'; DROP TABLE complaint; --",
      '=1+1',
      '\r\nX: y',
      '%00',
      '٣',
      '\u202e',
      '😀',
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 20_000 }).map(length => 'ā'.repeat(length)) },
);
const moments = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true });

function text(schema) {
  if (schema.format === 'date-time') return moments.map(at => `${at.toISOString().slice(0, 19)}Z`);
  if (schema.format === 'date') return moments.map(at => at.toISOString().slice(0, 10));
  return letters.map(some => (some.length < (schema.minLength ?? 0) ? 'x' : some));
}

function record(schema, resolve) {
  const required = schema.required ?? [];
  const properties = Object.entries(schema.properties ?? {});
  return fc.record(Object.fromEntries(properties.map(([name, one]) => [name, fitting(one, resolve)])), { requiredKeys: required });
}

// What fits the schema. `resolve` answers the schema that a $ref names.
export function fitting(schema, resolve) {
  if (schema.$ref) return fitting(resolve(schema.$ref), resolve);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? (Array.isArray(schema.type) ? schema.type.map(type => ({ ...schema, type })) : undefined);
  if (choices) return fc.oneof(...choices.map(one => fitting(one, resolve)));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.oneof(
        fc.integer({ min: Math.max(schema.minimum ?? -1000, -1000), max: Math.min(schema.maximum ?? 1000, 1000) }),
        fc.maxSafeInteger().filter(number => number >= (schema.minimum ?? -Infinity) && number <= (schema.maximum ?? Infinity)),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items, resolve), { maxLength: 4 });
    case 'object':
      return record(schema, resolve);
    default:
      throw new Error(`a schema of a kind this test does not know: ${JSON.stringify(schema)}`);
  }
}

const nested = fc.integer({ min: 2, max: 200 }).map(depth => JSON.parse('['.repeat(depth) + ']'.repeat(depth)));
const unfitting = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e15,
    -1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    'Nonsense',
    '2026-02-30',
    '2026-13-01T00:00:00Z',
    [],
    {},
    [null],
    [[]],
  ),
  fc.jsonValue({ maxDepth: 2 }),
  nested,
);

// Every place in the value, as the path to it.
function places(value, path = []) {
  const below = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return [path, ...below.flatMap(([key, one]) => places(one, [...path, key]))];
}

function changedAt(value, path, change) {
  if (path.length === 0) return change(value);
  const [key, ...rest] = path;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = changedAt(value[key], rest, change);
  return copy;
}

function without(value, index) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const names = Object.keys(value);
  const left = { ...value };
  delete left[names[index % names.length]];
  return left;
}

const changes = fc.oneof(
  unfitting.map(other => () => other),
  fc.nat(20).map(index => value => without(value, index)),
  fc.tuple(fc.constantFrom('__proto__', 'extra', 'Name', 'actor', 'reference '), unfitting).map(
    ([name, other]) =>
      value =>
        value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value, [name]: other } : other,
  ),
);

// What fits the schema but in one place. `fits` tells.
export function unfit(schema, resolve, fits) {
  return fc
    .tuple(fitting(schema, resolve), fc.nat(50), changes)
    .map(([value, at, change]) => {
      const all = places(value);
      return changedAt(value, all[at % all.length], change);
    })
    .filter(value => value !== undefined && !fits(value));
}

// Bodies that are no value at all.
export const brokenTexts = fc.oneof(
  fc
    .constantFrom(
      '{',
      '}',
      '',
      'null',
      '[]',
      '"x"',
      '{"a":1,}',
      "{'a':1}",
      '{"a":NaN}',
      '{"a":1e400}',
      '{"a":0123}',
      '\ufeff{}',
      '{"a":"\\ud800"}',
      '{"a":"\u0001"}',
      '{}{}',
      '{"a":1}//',
      'true',
      '-',
      `${'['.repeat(100_000)}`,
      `${'{"a":'.repeat(50_000)}`,
    )
    .map(text => Buffer.from(text)),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map(bytes => Buffer.from([0xff, ...bytes])),
  fc.constantFrom('{"a":"\xff"}', '{"\xc3\x28":1}').map(text => Buffer.from(text, 'latin1')),
);
