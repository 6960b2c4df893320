import { arnOf } from '../../aws/account';
import type {
  BuildProject,
  IamRole,
  RegistryRepository,
  Secret,
} from '../../aws/types';
import type { DesiredResource } from './desiredResources';
import type { Attributes } from './readModule';

/** The kind of document that a type of resource becomes. */
export const KIND_OF_TYPE: Record<string, string> = {
  aws_ecr_repository: 'ecr-repository',
  aws_codebuild_project: 'codebuild-project',
  aws_secretsmanager_secret: 'secret',
  aws_iam_role: 'iam-role',
};

export type ResourceDocument =
  | RegistryRepository
  | BuildProject
  | Secret
  | IamRole;

/**
 * @param createdAt - when it first came into being
 * @param now - when this change is made
 */
export function toDocument(
  resource: DesiredResource,
  createdAt: string,
  now: string,
): ResourceDocument {
  const { name, attributes } = resource;
  const tags = tagsOf(attributes.tags);
  switch (resource.type) {
    case 'aws_ecr_repository':
      return {
        name,
        arn: arnOf('ecr', `repository/${name}`),
        createdAt,
        scanOnPush:
          nested(attributes.image_scanning_configuration).scan_on_push === true,
        tagMutability:
          attributes.image_tag_mutability === 'IMMUTABLE'
            ? 'IMMUTABLE'
            : 'MUTABLE',
        tags,
      };
    case 'aws_codebuild_project':
      return toProject(resource, tags, createdAt, now);
    case 'aws_secretsmanager_secret':
      return {
        name,
        arn: arnOf('secretsmanager', `secret:${name}`),
        description: textOr(attributes.description, ''),
        createdAt,
        lastChangedAt: createdAt,
        tags,
      };
    default:
      return {
        name,
        arn: arnOf('iam', `role/${name}`),
        createdAt,
        trust: trustOf(resource),
        tags,
      };
  }
}

function toProject(
  { name, attributes }: DesiredResource,
  tags: Record<string, string>,
  createdAt: string,
  now: string,
): BuildProject {
  const source = nested(attributes.source);
  const environment = nested(attributes.environment);
  const variables = blocks(environment.environment_variable);
  const location = textOr(source.location, '');
  const service = name.replace(/^shopstack-/, '');
  return {
    name,
    arn: arnOf('codebuild', `project/${name}`),
    description: textOr(attributes.description, ''),
    createdAt,
    updatedAt: now,
    repository: /([^/]+?)(?:\.git)?$/.exec(location)?.[1] ?? 'apps-sre',
    buildspec: textOr(source.buildspec, `services/${service}/buildspec.yml`),
    image: textOr(environment.image, 'aws/codebuild/standard:7.0'),
    computeType: textOr(environment.compute_type, 'BUILD_GENERAL1_SMALL'),
    timeoutInMinutes:
      typeof attributes.build_timeout === 'number'
        ? attributes.build_timeout
        : 60,
    roleArn: textOr(attributes.service_role, ''),
    environmentVariables: variables.map(variable => ({
      name: textOr(variable.name, ''),
      value: textOr(variable.value, ''),
      type: textOr(variable.type, 'PLAINTEXT'),
    })),
    logsBucket: logsBucketOf(attributes),
    tags,
  };
}

/** Where logs go when they do not go to CloudWatch. */
function logsBucketOf(attributes: Attributes): string | undefined {
  const logs = nested(attributes.logs_config);
  const s3 = nested(logs.s3_logs);
  const only =
    nested(logs.cloudwatch_logs).status === 'DISABLED' &&
    s3.status === 'ENABLED';
  return only ? textOr(s3.location, '') || undefined : undefined;
}

/** Reads the trust policy that the role's `assume_role_policy` refers to: the services, and the subjects of tokens. */
function trustOf({ scope, block }: DesiredResource): IamRole['trust'] {
  const policy = /data\.(aws_iam_policy_document\.[\w-]+)\.json/.exec(
    String(block.assume_role_policy),
  )?.[1];
  const document = scope.evaluate(
    scope.source.data.get(policy ?? '') ?? {},
  ) as Attributes;
  const statements = blocks(document.statement);
  const subjects = statements
    .flatMap(statement => blocks(statement.condition))
    .filter(condition => textOr(condition.variable, '').endsWith(':sub'))
    .flatMap(condition => texts(condition.values));
  const service = statements
    .flatMap(statement => blocks(statement.principals))
    .filter(principal => principal.type === 'Service')
    .flatMap(principal => texts(principal.identifiers))[0];
  return { service, subjects };
}

function nested(value: unknown): Attributes {
  return blocks(value)[0] ?? {};
}

function blocks(value: unknown): Attributes[] {
  return Array.isArray(value) ? (value as Attributes[]) : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

/** Tags that cannot be known are left out. */
function tagsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).filter(([, tag]) => typeof tag === 'string'),
  );
}
