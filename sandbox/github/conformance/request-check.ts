/** What GitHub takes with a call: names of the query's parameters and of the body's fields. */
export interface TakenBy {
  readonly query: readonly string[];
  readonly body?: { readonly properties: readonly string[]; readonly required: readonly string[] };
}

export interface Asked {
  readonly query: readonly string[];
  readonly requestBody: unknown;
}

/** What a request says that GitHub does not take, or leaves out that GitHub needs; one line each. */
export function checkRequest(taken: TakenBy, asked: Asked): readonly string[] {
  const { properties = [], required = [] } = taken.body ?? {};
  const fields =
    typeof asked.requestBody === 'object' && asked.requestBody !== null ? Object.keys(asked.requestBody) : [];
  return [
    ...asked.query.filter((name) => !taken.query.includes(name)).map((name) => `request: no parameter ${name}`),
    ...fields.filter((name) => !properties.includes(name)).map((name) => `request: no field ${name}`),
    ...required.filter((name) => !fields.includes(name)).map((name) => `request: field ${name} missing`),
  ];
}
