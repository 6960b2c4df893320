import {
  faultError,
  readJsonBody,
  statusError,
  UpstreamGuard,
} from '@shopstack/plugin-kit-node';
import type { ArgocdInstanceConfig } from '../config';
import {
  applicationListSchema,
  applicationSchema,
  revisionMetadataSchema,
  type WireApplication,
  type WireRevisionMetadata,
} from './wire';

const UPSTREAM = 'Argo CD';

export interface ArgocdClientOptions {
  instance: ArgocdInstanceConfig;
  timeoutMs: number;
  concurrency: number;
}

/** Query values that narrow a call to the project and namespace of an application, where they are known. */
export interface ApplicationScope {
  /** Argo CD answers 404 for a missing application only when it is told the project, else 403. */
  project?: string;
  appNamespace?: string;
}

/** Speaks to one Argo CD. Every method throws UpstreamError for every fault. */
export class ArgocdClient {
  readonly #instance: ArgocdInstanceConfig;
  readonly #guard: UpstreamGuard;
  /** Of its own: a revision that Argo CD cannot check out must not close the way to the applications. */
  readonly #metadataGuard: UpstreamGuard;

  constructor({ instance, timeoutMs, concurrency }: ArgocdClientOptions) {
    this.#instance = instance;
    const limits = { upstream: UPSTREAM, timeoutMs, concurrency };
    this.#guard = new UpstreamGuard(limits);
    this.#metadataGuard = new UpstreamGuard({ ...limits, retries: 0 });
  }

  /**
   * The applications that a label selector finds, whole: a list narrowed by `fields` lacks history and conditions, and
   * would cost a call for each application.
   */
  async listApplications(
    selector: string,
    { project, appNamespace }: ApplicationScope,
  ): Promise<WireApplication[]> {
    const body = await this.#get('/api/v1/applications', {
      selector,
      projects: project,
      appNamespace,
    });
    const list = applicationListSchema.safeParse(body);
    if (!list.success) {
      throw faultError('malformed', UPSTREAM, list.error);
    }
    return (list.data.items ?? []).flatMap(row => {
      const application = applicationSchema.safeParse(row);
      return application.success ? [application.data] : [];
    });
  }

  async getApplication(
    name: string,
    scope: ApplicationScope,
  ): Promise<WireApplication> {
    const body = await this.#get(
      `/api/v1/applications/${encodeURIComponent(name)}`,
      { ...scope },
    );
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
    scope: ApplicationScope & { sourceIndex?: number },
  ): Promise<WireRevisionMetadata> {
    const body = await this.#get(
      `/api/v1/applications/${encodeURIComponent(name)}/revisions/${encodeURIComponent(revision)}/metadata`,
      { ...scope, sourceIndex: scope.sourceIndex?.toString() },
      this.#metadataGuard,
    );
    const metadata = revisionMetadataSchema.safeParse(body);
    if (!metadata.success) {
      throw faultError('malformed', UPSTREAM, metadata.error);
    }
    return metadata.data;
  }

  #get(
    path: string,
    query: Record<string, string | undefined>,
    guard: UpstreamGuard = this.#guard,
  ): Promise<unknown> {
    const url = new URL(`${this.#instance.url}${path}`);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) {
        url.searchParams.set(key, value);
      }
    }
    const { token } = this.#instance;
    return guard.read(async signal => {
      const response = await fetch(url, {
        headers: {
          Accept: 'application/json',
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        // Argo CD's API does not redirect; a login page must not pass for an answer.
        redirect: 'manual',
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw response.status >= 300 && response.status < 400
          ? faultError('malformed', UPSTREAM, new Error('Redirected'))
          : statusError(UPSTREAM, response.status, {
              retryAfter: response.headers.get('retry-after'),
            });
      }
      return readJsonBody(UPSTREAM, response);
    });
  }
}
