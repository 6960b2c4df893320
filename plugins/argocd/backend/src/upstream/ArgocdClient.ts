import {
  faultError,
  readJsonBody,
  UpstreamGuard,
} from '@shopstack/plugin-kit-node';
import type { ArgocdInstanceConfig } from '../config';
import {
  ArgocdConnection,
  type ArgocdRequest,
  requireOk,
} from './ArgocdConnection';
import { refusalError } from './refusals';
import { UPSTREAM } from './upstreamName';
import {
  applicationListSchema,
  applicationSchema,
  resourceAnswerSchema,
  revisionMetadataSchema,
  type WireApplication,
  type WireRevisionMetadata,
} from './wire';

export interface ArgocdClientOptions {
  instance: ArgocdInstanceConfig;
  timeoutMs: number;
  actionTimeoutMs: number;
  concurrency: number;
}

/** Query values that narrow a call to the project and namespace of an application, where they are known. */
export interface ApplicationScope {
  /** Argo CD answers 404 for a missing application only when it is told the project, else 403. */
  project?: string;
  appNamespace?: string;
}

/** Names one resource of an application. */
export interface ResourceId {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
}

/** Metadata costs Argo CD a checkout behind a lock: few at once leave the others their turn. */
const METADATA_CONCURRENCY = 4;

/** Speaks to one Argo CD. Every method throws UpstreamError for every fault. */
export class ArgocdClient {
  readonly connection: ArgocdConnection;
  readonly #guard: UpstreamGuard;
  /** Of its own: a revision that Argo CD cannot check out must not close the way to the applications. */
  readonly #metadataGuard: UpstreamGuard;
  readonly #actionGuard: UpstreamGuard;

  constructor(options: ArgocdClientOptions) {
    const { instance, timeoutMs, actionTimeoutMs, concurrency } = options;
    this.connection = new ArgocdConnection(instance, timeoutMs);
    const limits = { upstream: UPSTREAM, timeoutMs, concurrency };
    this.#guard = new UpstreamGuard(limits);
    this.#metadataGuard = new UpstreamGuard({
      ...limits,
      concurrency: Math.min(concurrency, METADATA_CONCURRENCY),
      retries: 0,
    });
    this.#actionGuard = new UpstreamGuard({
      ...limits,
      timeoutMs: actionTimeoutMs,
    });
  }

  /**
   * The applications that a label selector finds, whole: a list narrowed by `fields` lacks history and conditions, and
   * would cost a call for each application.
   */
  async listApplications(
    selector: string,
    { project, appNamespace }: ApplicationScope,
  ): Promise<WireApplication[]> {
    const { applications } = await this.list({
      selector,
      projects: project,
      appNamespace,
    });
    return applications;
  }

  /** A list by any query, and the version of the cluster that it shows. Rows that are none are left out. */
  async list(query: Record<string, string | undefined>): Promise<{
    applications: WireApplication[];
    resourceVersion?: string;
  }> {
    const body = await this.#get('/api/v1/applications', query);
    const list = applicationListSchema.safeParse(body);
    if (!list.success) {
      throw faultError('malformed', UPSTREAM, list.error);
    }
    const applications = (list.data.items ?? []).flatMap(row => {
      const application = applicationSchema.safeParse(row);
      return application.success ? [application.data] : [];
    });
    const { resourceVersion } = list.data.metadata;
    return { applications, resourceVersion };
  }

  async getApplication(
    name: string,
    scope: ApplicationScope,
  ): Promise<WireApplication> {
    const body = await this.#get(pathOf(name), { ...scope });
    const application = applicationSchema.safeParse(body);
    if (!application.success) {
      throw faultError('malformed', UPSTREAM, application.error);
    }
    return application.data;
  }

  /** `revision` must be a commit: for anything else Argo CD answers 500. */
  async getRevisionMetadata(
    name: string,
    revision: string,
    scope: ApplicationScope & { sourceIndex?: number; versionId?: number },
  ): Promise<WireRevisionMetadata> {
    const body = await this.#get(
      `${pathOf(name)}/revisions/${encodeURIComponent(revision)}/metadata`,
      {
        project: scope.project,
        appNamespace: scope.appNamespace,
        sourceIndex: scope.sourceIndex?.toString(),
        versionId: scope.versionId?.toString(),
      },
      this.#metadataGuard,
    );
    const metadata = revisionMetadataSchema.safeParse(body);
    if (!metadata.success) {
      throw faultError('malformed', UPSTREAM, metadata.error);
    }
    return metadata.data;
  }

  /** The live object of a resource; Argo CD hides the values of secrets. */
  async getLiveResource(
    application: string,
    { name, ...resource }: ResourceId,
    scope: ApplicationScope,
  ): Promise<unknown> {
    const body = await this.#get(`${pathOf(application)}/resource`, {
      ...scope,
      ...resource,
      resourceName: name,
    });
    const answer = resourceAnswerSchema.safeParse(body);
    if (!answer.success) {
      throw faultError('malformed', UPSTREAM, answer.error);
    }
    try {
      return JSON.parse(answer.data.manifest);
    } catch (error) {
      throw faultError('malformed', UPSTREAM, error);
    }
  }

  /** Makes Argo CD compare an application with git now; answers when it has. Asked once, never again by itself. */
  async refresh(
    name: string,
    scope: ApplicationScope,
    options: { hard: boolean },
  ): Promise<void> {
    await this.#act({
      path: pathOf(name),
      query: { ...scope, refresh: options.hard ? 'hard' : 'normal' },
    });
  }

  /** Starts a sync to what git says now, of all resources. Asked once, never again by itself. */
  async sync(
    name: string,
    { project, appNamespace }: ApplicationScope,
    options: { prune: boolean },
  ): Promise<void> {
    await this.#act({
      method: 'POST',
      path: `${pathOf(name)}/sync`,
      body: { name, project, appNamespace, prune: options.prune },
    });
  }

  async #act(request: Omit<ArgocdRequest, 'signal'>): Promise<void> {
    await this.#actionGuard.write(async signal => {
      const response = await this.connection.send({ ...request, signal });
      if (!response.ok) {
        throw await refusalError(response);
      }
      await response.body?.cancel();
    });
  }

  #get(
    path: string,
    query: Record<string, string | undefined>,
    guard: UpstreamGuard = this.#guard,
  ): Promise<unknown> {
    return guard.read(async signal =>
      readJsonBody(
        UPSTREAM,
        await requireOk(await this.connection.send({ path, query, signal })),
      ),
    );
  }
}

function pathOf(name: string): string {
  return `/api/v1/applications/${encodeURIComponent(name)}`;
}
