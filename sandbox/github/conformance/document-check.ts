import { GraphQLError, parse, specifiedRules, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { githubSchema } from '../graphql/schema.ts';

export interface DocumentCheck {
  /** Where it differs from the schema, one line each. */
  readonly problems: readonly string[];
  /** The fields it asks for, as `Type.field`. */
  readonly fields: readonly string[];
}

/** Holds a GraphQL document against GitHub's schema. */
export function checkDocument(text: string): DocumentCheck {
  const schema = githubSchema();
  try {
    const document = parse(text);
    const fields = new Set<string>();
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: (node) => void fields.add(`${types.getParentType()?.name}.${node.name.value}`),
      }),
    );
    return { problems: validate(schema, document, specifiedRules).map(({ message }) => message), fields: [...fields] };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { problems: [error.message], fields: [] };
  }
}
