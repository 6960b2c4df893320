import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

export type JsonObject = { [key: string]: unknown };

const DOCUMENT = 'openapi.json';

/** What stands at a path of keys in a document; follows a `$ref` that stands in its place. */
export function lookUp(document: JsonObject, path: string[]): unknown {
  let found: unknown = document;
  for (const key of path) {
    found = (resolve(document, found) as JsonObject | undefined)?.[key];
  }
  return resolve(document, found);
}

function resolve(document: JsonObject, found: unknown): unknown {
  const reference = (found as JsonObject | undefined)?.$ref;
  return typeof reference === 'string'
    ? lookUp(document, keysOf(reference))
    : found;
}

function keysOf(reference: string): string[] {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Checks bodies against the schemas inside one document. */
export class SchemaChecker {
  readonly #document: JsonObject;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });

  constructor(document: JsonObject) {
    this.#document = document;
    addFormats(this.#ajv as never);
    this.#ajv.addSchema({ ...document, $id: DOCUMENT }, DOCUMENT, false, false);
  }

  /** Answers what is wrong with the body of the response at this path, or nothing. */
  check(path: string[], body: unknown): string | undefined {
    const response = lookUp(this.#document, path) as JsonObject;
    const content = response.content as Record<string, JsonObject> | undefined;
    if (!content) {
      return isEmpty(body) ? undefined : 'it has a body';
    }
    const schema = content['application/json']?.schema;
    if (!schema) {
      return 'the document has no schema for it as application/json';
    }
    const validate = this.#ajv.compile(absolute(schema) as JsonObject);
    return validate(body)
      ? undefined
      : (validate.errors ?? [])
          .slice(0, 5)
          .map(
            ({ instancePath, message, params }) =>
              `${instancePath || 'body'} ${message} ${JSON.stringify(params)}`,
          )
          .join('; ');
  }
}

/** Test clients answer an empty object where there is no body. */
function isEmpty(body: unknown): boolean {
  return (
    body === undefined ||
    body === '' ||
    (typeof body === 'object' && Object.keys(body ?? {}).length === 0)
  );
}

/** A schema compiled by itself refers to the document by its name. */
function absolute(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(absolute);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' ? `${DOCUMENT}${value}` : absolute(value),
    ]),
  );
}

/**
 * The document with every object closed that does not say otherwise, so that an answer with a field that nobody
 * documented differs. What an `allOf` joins stays open; the joined whole is closed.
 */
export function closeObjects(document: JsonObject): JsonObject {
  const joined = new Set<string>();
  walk(document, (schema, inAllOf) => {
    if (inAllOf && typeof schema.$ref === 'string') joined.add(schema.$ref);
  });
  const copy = structuredClone(document);
  const open = new Set([...joined].map(ref => lookUp(copy, keysOf(ref))));
  walk(copy, (schema, inAllOf) => {
    const isObject = 'properties' in schema || 'allOf' in schema;
    const isSaid =
      'additionalProperties' in schema || 'unevaluatedProperties' in schema;
    if (isObject && !isSaid && !inAllOf && !open.has(schema)) {
      schema.unevaluatedProperties = false;
    }
  });
  return copy;
}

function walk(
  node: unknown,
  visit: (schema: JsonObject, inAllOf: boolean) => void,
  inAllOf = false,
): void {
  if (Array.isArray(node)) {
    node.forEach(item => walk(item, visit, inAllOf));
  } else if (typeof node === 'object' && node !== null) {
    visit(node as JsonObject, inAllOf);
    for (const [key, value] of Object.entries(node)) {
      // A field named `properties` inside `properties` is a schema of that name, visited like any other.
      walk(value, visit, key === 'allOf');
    }
  }
}
