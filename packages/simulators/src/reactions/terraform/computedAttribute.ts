import { arnOf, REGISTRY } from '../../aws/account';

/** Attributes that AWS gives a resource once it exists, as far as our modules hand them on. */
export function computedAttribute(
  type: string,
  attribute: string,
  name: string,
): string | undefined {
  switch (`${type}.${attribute}`) {
    case 'aws_ecr_repository.repository_url':
      return `${REGISTRY}/${name}`;
    case 'aws_ecr_repository.arn':
      return arnOf('ecr', `repository/${name}`);
    case 'aws_codebuild_project.arn':
      return arnOf('codebuild', `project/${name}`);
    case 'aws_iam_role.arn':
      return arnOf('iam', `role/${name}`);
    case 'aws_iam_role.id':
      return name;
    default:
      return undefined;
  }
}
