import { readFileSync } from 'node:fs';
import type { Router } from 'express';
import { parse } from 'yaml';
import { listRoutes } from './listRoutes';
import {
  closeObjects,
  type JsonObject,
  lookUp,
  SchemaChecker,
} from './openApiSchemas';

/** Checks of a router and its answers against its OpenAPI document. Each throws with what differs. */
export interface OpenApiDocument {
  /** Every route stands in the document, and nothing else does. */
  assertCovers(router: Router): void;
  /**
   * An answer is as documented for its status; fields that the document does not name are a difference too.
   * `pathTemplate` is as in the router (`:name`) or as in the document (`{name}`).
   */
  assertAnswers(
    method: string,
    pathTemplate: string,
    status: number,
    body: unknown,
  ): void;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

const templated = (path: string) => path.replace(/:(\w+)/g, '{$1}');

const nameOf = (method: string, path: string) =>
  `${method.toUpperCase()} ${templated(path)}`;

const without = (names: string[], others: string[]) =>
  names.filter(name => !others.includes(name));

/** Reads an OpenAPI 3.1 document, for tests that keep it true. */
export function openApiDocument(absolutePathToYaml: string): OpenApiDocument {
  const document = parse(
    readFileSync(absolutePathToYaml, 'utf8'),
  ) as JsonObject;
  if (!String(document.openapi).startsWith('3.1.')) {
    throw new Error(`${absolutePathToYaml} is no OpenAPI 3.1 document`);
  }
  const checker = new SchemaChecker(closeObjects(document));
  const paths = (document.paths ?? {}) as Record<string, JsonObject>;

  return {
    assertCovers(router) {
      const routed = listRoutes(router).map(({ method, path }) =>
        nameOf(method, path),
      );
      const documented = Object.entries(paths).flatMap(([path, item]) =>
        METHODS.filter(method => method in item).map(method =>
          nameOf(method, path),
        ),
      );
      const problems = [
        ...without(routed, documented).map(name => `${name} is undocumented`),
        ...without(documented, routed).map(name => `${name} has no route`),
      ];
      if (problems.length > 0) {
        throw new Error(`${absolutePathToYaml}: ${problems.join(', ')}`);
      }
    },

    assertAnswers(method, pathTemplate, status, body) {
      const path = templated(pathTemplate);
      const named = `${nameOf(method, path)} answering ${status}`;
      const pointer = ['paths', path, method.toLowerCase(), 'responses'];
      const responses = lookUp(document, pointer) as JsonObject | undefined;
      const key = [`${status}`, `${`${status}`[0]}XX`, 'default'].find(
        name => responses && name in responses,
      );
      if (!key) {
        throw new Error(`${named} is undocumented`);
      }
      const problem = checker.check([...pointer, key], body);
      if (problem) {
        throw new Error(`${named} differs from its document: ${problem}`);
      }
    },
  };
}
