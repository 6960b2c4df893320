import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  DefaultGithubCredentialsProvider,
  type GithubIntegrationConfig,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  GITHUB_PROJECT_SLUG_ANNOTATION,
  SERVICE_ANNOTATION,
  SOURCE_NAMES,
} from '@shopstack/plugin-kit-common';
import type { BuildExecutor, BuildTargets } from '../../service/BuildExecutor';
import {
  GithubActionsClient,
  type GithubActionsClientOptions,
  type Workflow,
} from './GithubActionsClient';

/** Names as GitHub allows them; nothing that could leave its place in a path. */
const SLUG =
  /^([A-Za-z0-9][A-Za-z0-9-]{0,99})\/([A-Za-z0-9_-][A-Za-z0-9._-]{0,99})$/;
const SERVICE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export interface GithubActionsExecutorOptions
  extends Omit<GithubActionsClientOptions, 'credentials'> {
  integrations: ScmIntegrationRegistry;
}

/**
 * GitHub Actions: the runs of `.github/workflows/<service>.yml` in the repository that `github.com/project-slug` names,
 * or of all workflows when the entity names no service.
 */
export class GithubActionsExecutor implements BuildExecutor {
  readonly source = SOURCE_NAMES.githubActions;
  readonly annotation = GITHUB_PROJECT_SLUG_ANNOTATION;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #client: GithubActionsClient;

  constructor({ integrations, ...options }: GithubActionsExecutorOptions) {
    this.#integrations = integrations;
    this.#client = new GithubActionsClient({
      ...options,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    });
  }

  find(entity: Entity): BuildTargets {
    const annotations = entity.metadata.annotations ?? {};
    const slug = annotations[this.annotation];
    if (!slug) {
      return { targets: [], problems: [] };
    }
    const service = annotations[SERVICE_ANNOTATION];
    const [, owner, repo] = SLUG.exec(slug) ?? [];
    if (!owner || !repo) {
      return this.#problem(
        `'${this.annotation}' is not of the form owner/name`,
      );
    }
    if (service !== undefined && !SERVICE.test(service)) {
      return this.#problem(
        `'${SERVICE_ANNOTATION}' is not a name of a service`,
      );
    }
    const integration = this.#integrationOf(entity);
    if (!integration) {
      return this.#problem('No GitHub integration is configured');
    }
    const file = service && `${service}.yml`;
    const workflow: Workflow = { integration, owner, repo, file };
    return {
      targets: [
        {
          key: `github-actions:${integration.host}/${owner}/${repo}/${file ?? ''}`,
          instance: file ? `${slug} ${file}` : slug,
          load: () => this.#client.listRuns(workflow),
        },
      ],
      problems: [],
    };
  }

  /** The forge that the entity's source comes from, else the first that is configured. */
  #integrationOf(entity: Entity): GithubIntegrationConfig | undefined {
    const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
    const url = location?.replace(/^url:/, '');
    const bySource =
      url && URL.canParse(url)
        ? this.#integrations.github.byUrl(url)
        : undefined;
    return (bySource ?? this.#integrations.github.list()[0])?.config;
  }

  #problem(reason: string): BuildTargets {
    return {
      targets: [],
      problems: [{ source: this.source, state: 'unavailable', reason }],
    };
  }
}
