import { configJsonSchema, type JsonSchema } from '../../src/config/json-schema.ts';
import { renderTable } from './markdown-table.ts';

/** The reference of `.github/orchestrate.yml`, key by key. */
export function renderConfigurationPage(): string {
  const rows = listKeys(configJsonSchema(), []).map(({ key, schema, isRequired }) => [
    `\`${key.join('.')}\``,
    describeValue(schema),
    isRequired ? 'required' : describeDefault(schema),
    schema.description ?? '',
    (schema.examples ?? []).map((example) => `\`${JSON.stringify(example)}\``).join('; '),
  ]);
  return `# Configuration

Made from \`src/config/schema.ts\` by \`npm run docs\`.

\`.github/orchestrate.yml\` is read from the default branch by the trusted jobs only. Every problem in it is reported at
once, with its line and what to do; an unknown key is a problem, and so is a \`version\` newer than the release knows.
[\`examples/orchestrate.config.yml\`](../../examples/orchestrate.config.yml) is a file to start from;
[\`config.schema.json\`](../config.schema.json) lets an editor check it while it is written.

${renderTable(['key', 'value', 'default', 'what it does', 'example'], rows)}
`;
}

interface ListedKey {
  readonly key: readonly string[];
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

function listKeys(parent: JsonSchema, path: readonly string[]): readonly ListedKey[] {
  return Object.entries(parent.properties ?? {}).flatMap(([name, schema]) => {
    const key = [...path, name];
    return [{ key, schema, isRequired: parent.required?.includes(name) ?? false }, ...listKeys(schema, key)];
  });
}

function describeValue(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(describeValue).join(' or ');
  switch (schema.type) {
    case 'integer':
      return `${schema.minimum ?? ''}–${schema.maximum ?? ''}`;
    case 'array':
      return schema.items?.type === 'integer' ? 'list of numbers' : 'list of texts';
    case 'object':
      return 'keys below';
    default:
      return 'text';
  }
}

function describeDefault(schema: JsonSchema): string {
  if (schema.default === undefined || schema.type === 'object') return '';
  return `\`${typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default)}\``;
}
