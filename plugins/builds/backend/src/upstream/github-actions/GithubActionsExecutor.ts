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
import type {
  BuildExecutor,
  ExecutorEvent,
  FoundProjects,
} from '../../service/BuildExecutor';
import { GithubActionsClient, type Workflow } from './GithubActionsClient';
import { GithubActionsWriter } from './GithubActionsWriter';
import {
  GithubConnection,
  type GithubConnectionOptions,
} from './GithubConnection';
import { projectsOfEvent, WORKFLOW_RUN_TOPIC } from './githubEvents';
import { type GithubAccess, GithubWorkflow } from './GithubWorkflow';
import { JobLogClient } from './JobLogClient';

/** Names as GitHub allows them; nothing that could leave its place in a path. */
const SLUG =
  /^([A-Za-z0-9][A-Za-z0-9-]{0,99})\/([A-Za-z0-9_-][A-Za-z0-9._-]{0,99})$/;
const SERVICE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export interface GithubActionsExecutorOptions
  extends Omit<GithubConnectionOptions, 'credentials'> {
  integrations: ScmIntegrationRegistry;
}

/**
 * GitHub Actions: the runs of `.github/workflows/<service>.yml` in the repository that `github.com/project-slug` names,
 * or of all workflows when the entity names no service.
 */
export class GithubActionsExecutor implements BuildExecutor {
  readonly name = 'github-actions';
  readonly source = SOURCE_NAMES.githubActions;
  readonly annotations = [GITHUB_PROJECT_SLUG_ANNOTATION];
  readonly topics = [WORKFLOW_RUN_TOPIC];
  readonly #integrations: ScmIntegrationRegistry;
  readonly #access: GithubAccess;

  constructor({ integrations, ...options }: GithubActionsExecutorOptions) {
    const credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    const connection = new GithubConnection({ ...options, credentials });
    const client = new GithubActionsClient(connection);
    this.#integrations = integrations;
    this.#access = {
      client,
      writer: new GithubActionsWriter(connection, client),
      logs: new JobLogClient(connection),
    };
  }

  async find(entity: Entity): Promise<FoundProjects> {
    const annotations = entity.metadata.annotations ?? {};
    const slug = annotations[GITHUB_PROJECT_SLUG_ANNOTATION];
    if (!slug) {
      return { projects: [], problems: [], sources: [] };
    }
    const service = annotations[SERVICE_ANNOTATION];
    const [, owner, repo] = SLUG.exec(slug) ?? [];
    if (!owner || !repo) {
      return this.#problem(
        `'${GITHUB_PROJECT_SLUG_ANNOTATION}' is not of the form owner/name`,
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
      projects: [new GithubWorkflow(workflow, this.#access)],
      problems: [],
      sources: [],
    };
  }

  changedProjects({ payload }: ExecutorEvent): string[] {
    return projectsOfEvent(payload);
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

  #problem(reason: string): FoundProjects {
    return {
      projects: [],
      sources: [],
      problems: [{ source: this.source, state: 'unavailable', reason }],
    };
  }
}
