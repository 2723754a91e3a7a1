/** The part of JSON Schema that OpenAPI 3.0 descriptions use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly discriminator?: unknown;
}

export type Resolve = (reference: string) => Schema;

/** Where a value differs from its schema, one line each; empty when it fits. */
export function checkSchema(value: unknown, schema: Schema, resolve: Resolve, path = '$'): readonly string[] {
  if (schema.$ref !== undefined) return checkSchema(value, resolve(schema.$ref), resolve, path);
  if (value === null) return isNullable(schema, resolve) ? [] : [`${path}: null`];
  return [
    ...checkType(value, schema, path),
    ...checkEnum(value, schema, path),
    ...checkObject(value, schema, resolve, path),
    ...checkItems(value, schema, resolve, path),
    ...checkAlternatives(value, schema, resolve, path),
  ];
}

function isNullable(schema: Schema, resolve: Resolve): boolean {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const saysNothing = schema.type === undefined && schema.properties === undefined && schema.enum === undefined;
  return (
    schema.nullable === true ||
    (schema.enum?.includes(null) ?? false) ||
    alternatives.some((one) => checkSchema(null, one, resolve).length === 0) ||
    (saysNothing && alternatives.length === 0 && schema.allOf === undefined)
  );
}

function checkType(value: unknown, schema: Schema, path: string): readonly string[] {
  const actual = Array.isArray(value) ? 'array' : typeof value;
  const fits =
    schema.type === undefined ||
    schema.type === actual ||
    (schema.type === 'integer' && Number.isInteger(value)) ||
    (schema.type === 'number' && actual === 'number');
  return fits ? [] : [`${path}: ${actual} instead of ${schema.type}`];
}

function checkEnum(value: unknown, schema: Schema, path: string): readonly string[] {
  return schema.enum === undefined || schema.enum.includes(value)
    ? []
    : [`${path}: ${JSON.stringify(value)} is not one of ${schema.enum.join(', ')}`];
}

function checkObject(value: unknown, schema: Schema, resolve: Resolve, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const missing = (schema.required ?? [])
    .filter((name) => fields[name] === undefined)
    .map((name) => `${path}.${name}: missing`);
  const known = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    fields[name] === undefined ? [] : checkSchema(fields[name], one, resolve, `${path}.${name}`),
  );
  return [...missing, ...known, ...checkOthers(fields, schema, resolve, path)];
}

function checkOthers(
  fields: Readonly<Record<string, unknown>>,
  schema: Schema,
  resolve: Resolve,
  path: string,
): readonly string[] {
  const rule = schema.additionalProperties;
  if (rule === undefined || rule === true) return [];
  const others = Object.entries(fields).filter(([name]) => schema.properties?.[name] === undefined);
  if (rule === false) return others.map(([name]) => `${path}.${name}: not allowed`);
  return others.flatMap(([name, value]) => checkSchema(value, rule, resolve, `${path}.${name}`));
}

function checkItems(value: unknown, schema: Schema, resolve: Resolve, path: string): readonly string[] {
  const { items } = schema;
  if (!Array.isArray(value) || items === undefined) return [];
  return value.flatMap((item, index) => checkSchema(item, items, resolve, `${path}[${index}]`));
}

function checkAlternatives(value: unknown, schema: Schema, resolve: Resolve, path: string): readonly string[] {
  const all = (schema.allOf ?? []).flatMap((one) => checkSchema(value, one, resolve, path));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices === undefined) return all;
  const failures = choices.map((one) => checkSchema(value, one, resolve, path));
  // GitHub's own `oneOf` overlap: fitting at least one is what they promise in fact.
  if (failures.some((failure) => failure.length === 0)) return all;
  const nearest = failures.toSorted((one, other) => one.length - other.length)[0] ?? [];
  return [...all, ...nearest];
}
