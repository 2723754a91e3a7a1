import { isTruthy, looselyEqual, type Scope, toText } from './expressions.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { renderTemplate } from './template.ts';

export interface Strategy {
  readonly failFast: boolean;
  readonly maxParallel: number;
  /** One leg a job; a job without a matrix has one leg without values. */
  readonly legs: readonly MatrixLeg[];
}

export interface MatrixLeg {
  readonly values: JsonObject | null;
  /** What GitHub adds in brackets to the job's name: the values of the vectors, without what `include` added. */
  readonly nameParts: readonly string[];
}

/** Expands a job's `strategy`; an empty matrix throws, as GitHub fails the job. */
export function expandStrategy(strategy: JsonObject | undefined, scope: Scope): Strategy {
  const rendered = renderTemplate(strategy ?? {}, scope);
  if (!isJsonObject(rendered)) throw new Error("The 'strategy' must be a mapping");
  const matrix = rendered['matrix'];
  const legs = matrix === undefined ? [{ values: null, nameParts: [] }] : expandMatrix(matrix);
  return {
    failFast: rendered['fail-fast'] === undefined || isTruthy(rendered['fail-fast']),
    maxParallel: typeof rendered['max-parallel'] === 'number' ? rendered['max-parallel'] : legs.length,
    legs,
  };
}

function expandMatrix(matrix: Json): readonly MatrixLeg[] {
  if (!isJsonObject(matrix)) throw new Error('The matrix must be a mapping');
  const { include, exclude, ...vectors } = matrix;
  const includes = readObjects(include, 'include');
  const combinations = combine(vectors).filter(
    (combination) => !readObjects(exclude, 'exclude').some((filter) => isMatched(filter, combination)),
  );
  const legs = combinations.map((combination) => ({
    values: Object.assign({}, combination, ...includes.filter((item) => extendsCombination(item, combination))),
    nameParts: leaves(combination),
  }));
  const added = includes
    .filter((item) => !combinations.some((combination) => extendsCombination(item, combination)))
    .map((item) => ({ values: item, nameParts: leaves(item) }));
  if (legs.length + added.length === 0) throw new Error('Matrix must define at least one vector');
  return [...legs, ...added];
}

function combine(vectors: JsonObject): readonly JsonObject[] {
  const entries = Object.entries(vectors);
  if (entries.length === 0) return [];
  return entries.reduce<readonly JsonObject[]>(
    (combinations, [name, values]) => {
      if (!Array.isArray(values)) throw new Error(`Matrix vector '${name}' must be a list`);
      if (values.length === 0) throw new Error(`Matrix vector '${name}' does not contain any values`);
      return combinations.flatMap((combination) => values.map((value: Json) => ({ ...combination, [name]: value })));
    },
    [{}],
  );
}

function extendsCombination(item: JsonObject, combination: JsonObject): boolean {
  const shared = Object.entries(item).filter(([key]) => key in combination);
  return shared.every(([key, value]) => isMatched({ [key]: value }, combination));
}

function isMatched(filter: JsonObject, combination: JsonObject): boolean {
  return Object.entries(filter).every(([key, value]) => {
    const actual = combination[key] ?? null;
    if (isJsonObject(value)) return isJsonObject(actual) && isMatched(value, actual);
    return looselyEqual(value, actual);
  });
}

function readObjects(list: Json | undefined, name: string): readonly JsonObject[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list) || !list.every(isJsonObject)) throw new Error(`Matrix '${name}' must be a list of mappings`);
  return list;
}

function leaves(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (isJsonObject(value)) return Object.values(value).flatMap(leaves);
  const text = toText(value);
  return text === '' ? [] : [text];
}
