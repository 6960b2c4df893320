import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  type ObservedSource,
  readAwsConsoleAccess,
  readAwsLocator,
  TaggedResources,
} from '@shopstack/plugin-kit-node';
import type { BuildsConfig } from './config';
import type { BuildExecutor } from './service/BuildExecutor';
import { CodeBuildExecutor } from './upstream/codebuild/CodeBuildExecutor';
import { TaggedProjects } from './upstream/codebuild/TaggedProjects';
import { GithubActionsExecutor } from './upstream/github-actions/GithubActionsExecutor';

/** All executors that the platform uses; another one is a line here and a folder under `upstream/`. */
export function createExecutors(
  root: RootConfigService,
  config: BuildsConfig,
  observed: ObservedSource,
): BuildExecutor[] {
  const credentials = DefaultAwsCredentialsManager.fromConfig(root);
  const { codebuild, githubActions, exportedVariables } = config;
  const locator = readAwsLocator(root);
  return [
    new CodeBuildExecutor({
      ...codebuild,
      credentials,
      exportedVariables,
      console: readAwsConsoleAccess(root),
      tagged: new TaggedProjects(
        new TaggedResources({ config: locator, credentials }),
        observed,
      ),
    }),
    new GithubActionsExecutor({
      ...githubActions,
      integrations: ScmIntegrations.fromConfig(root),
    }),
  ];
}
