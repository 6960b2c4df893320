import type { Entity } from '@backstage/catalog-model';
import {
  CODEBUILD_ARN_ANNOTATION,
  SOURCE_NAMES,
} from '@shopstack/plugin-kit-common';
import { findArns } from '@shopstack/plugin-kit-node';
import type { BuildExecutor, BuildTargets } from '../../service/BuildExecutor';
import {
  CodeBuildClient,
  type CodeBuildClientOptions,
} from './CodeBuildClient';

/** AWS CodeBuild: the projects that the annotation `aws.amazon.com/aws-codebuild-project-arn` names. */
export class CodeBuildExecutor implements BuildExecutor {
  readonly source = SOURCE_NAMES.codeBuild;
  readonly annotation = CODEBUILD_ARN_ANNOTATION;
  readonly #client: CodeBuildClient;

  constructor(options: CodeBuildClientOptions) {
    this.#client = new CodeBuildClient(options);
  }

  find(entity: Entity): BuildTargets {
    const { arns, malformed } = findArns(entity, this.annotation, {
      source: this.source,
      service: 'codebuild',
      resourceType: 'project',
    });
    return {
      targets: arns.map(arn => ({
        key: `codebuild:${arn.arn}`,
        instance: arn.resource,
        load: () => this.#client.listBuilds(arn),
      })),
      problems: malformed,
    };
  }
}
