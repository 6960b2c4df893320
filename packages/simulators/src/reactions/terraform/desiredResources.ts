import type { ModuleScope } from './ModuleScope';
import { TerraformError, type Attributes } from './readModule';

/** A resource with its attributes evaluated; what stays unknown is a symbol. */
export interface DesiredResource {
  /** e.g. `aws_ecr_repository` */
  type: string;
  /** What it is called in AWS. */
  name: string;
  attributes: Attributes;
  /** The attributes as they are written. */
  block: Attributes;
  scope: ModuleScope;
}

/** Types that exist in this world; VPCs, buckets and the rest are accepted and make nothing. */
const KNOWN_TYPES = new Set([
  'aws_ecr_repository',
  'aws_codebuild_project',
  'aws_secretsmanager_secret',
  'aws_iam_role',
]);

/**
 * The resources of a configuration that this world makes, in order of declaration.
 *
 * @throws TerraformError when a name cannot be known, or is given twice
 */
export function desiredResources(scopes: ModuleScope[]): DesiredResource[] {
  const found = scopes.flatMap(scope =>
    [...scope.source.resources].flatMap(([address, attributes]) => {
      const [type] = address.split('.');
      return KNOWN_TYPES.has(type)
        ? instancesOf(scope, type, address, attributes)
        : [];
    }),
  );
  const seen = new Set<string>();
  for (const { type, name } of found) {
    if (seen.has(`${type} ${name}`)) {
      throw new TerraformError(`${type} "${name}" is declared twice`);
    }
    seen.add(`${type} ${name}`);
  }
  return found;
}

function instancesOf(
  scope: ModuleScope,
  type: string,
  address: string,
  attributes: Attributes,
): DesiredResource[] {
  return itemsOf(scope, address, attributes).map(each => {
    const evaluated = scope.evaluate(attributes, each) as Attributes;
    if (typeof evaluated.name !== 'string') {
      throw new TerraformError(
        `${scope.source.folder}: the name of ${address} cannot be known before it is applied`,
      );
    }
    return {
      type,
      name: evaluated.name,
      attributes: evaluated,
      block: attributes,
      scope,
    };
  });
}

function itemsOf(
  scope: ModuleScope,
  address: string,
  attributes: Attributes,
): (string | undefined)[] {
  if (!('for_each' in attributes)) {
    return [undefined];
  }
  const items = scope.evaluate(attributes.for_each);
  if (!Array.isArray(items) || !items.every(item => typeof item === 'string')) {
    throw new TerraformError(
      `${scope.source.folder}: for_each of ${address} is not a known set of strings`,
    );
  }
  return items;
}
