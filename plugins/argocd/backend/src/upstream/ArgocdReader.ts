import type {
  ArgocdApplication,
  ArgocdDeployment,
} from '@shopstack/plugin-argocd-common';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import type { ArgocdInstanceConfig } from '../config';
import type { ApplicationSelection } from '../service/ApplicationSelection';
import type { InstanceReader } from '../service/DefaultArgocdService';
import type { ArgocdClient } from './ArgocdClient';
import { toRevisionMetadata } from './historyMapping';
import { toApplication } from './mapping';
import type { RevisionMetadataCache } from './RevisionMetadataCache';
import type { WireApplication } from './wire';

export interface ArgocdReaderOptions {
  client: ArgocdClient;
  instance: ArgocdInstanceConfig;
  metadata: RevisionMetadataCache;
  revisionsToLoad: number;
}

const COMMIT = /^[0-9a-f]{40}$/;

/** Finds the applications of an entity in one instance and tells who wrote what they deployed. */
export class ArgocdReader implements InstanceReader {
  readonly #options: ArgocdReaderOptions;

  constructor(options: ArgocdReaderOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.instance.name;
  }

  async find(selection: ApplicationSelection): Promise<ArgocdApplication[]> {
    const { client, instance } = this.#options;
    const { selector, names, project, appNamespace } = selection;
    const scope = { project, appNamespace };
    const found = await Promise.all([
      selector ? client.listApplications(selector, scope) : [],
      ...names.map(name => this.#findByName(name, selection)),
    ]);
    const applications = unique(found.flat()).map(application =>
      toApplication(application, {
        instance: instance.name,
        frontendUrl: instance.frontendUrl,
        service: selection.service,
      }),
    );
    return Promise.all(
      applications.map(async application => ({
        ...application,
        history: await this.#withMetadata(application),
      })),
    );
  }

  /** An application that is not in this instance may be in another. */
  async #findByName(
    name: string,
    { project, appNamespace }: ApplicationSelection,
  ): Promise<WireApplication[]> {
    try {
      return [
        await this.#options.client.getApplication(name, {
          project,
          appNamespace,
        }),
      ];
    } catch (error) {
      if (error instanceof UpstreamError && error.fault === 'not-found') {
        return [];
      }
      if (
        error instanceof UpstreamError &&
        error.fault === 'forbidden' &&
        !project
      ) {
        throw new UpstreamError(
          'forbidden',
          `${error.message}, or does not have it: the annotation 'argocd/project-name' would tell which`,
          { cause: error },
        );
      }
      throw error;
    }
  }

  #withMetadata(application: ArgocdApplication): Promise<ArgocdDeployment[]> {
    const { client, metadata, revisionsToLoad } = this.#options;
    const { name, namespace, project } = application;
    return Promise.all(
      application.history.map(async (deployment, index) => {
        const place = findCommit(application, deployment);
        if (!place || index >= revisionsToLoad) {
          return deployment;
        }
        const { repoUrl, sha, sourceIndex } = place;
        const known = await metadata.get(repoUrl, sha, async () =>
          toRevisionMetadata(
            await client.getRevisionMetadata(name, sha, {
              project,
              appNamespace: namespace,
              sourceIndex,
            }),
          ),
        );
        return { ...deployment, ...known };
      }),
    );
  }
}

/** The first source that comes from git; versions of charts have no author. */
function findCommit(
  { source, sources }: ArgocdApplication,
  { revision, revisions }: ArgocdDeployment,
): { repoUrl: string; sha: string; sourceIndex?: number } | undefined {
  if (!sources) {
    return COMMIT.test(revision) && !source.chart
      ? { repoUrl: source.repoUrl, sha: revision }
      : undefined;
  }
  const shas = revisions ?? [revision];
  const sourceIndex = sources.findIndex(
    (candidate, index) => !candidate.chart && COMMIT.test(shas[index] ?? ''),
  );
  return sourceIndex < 0
    ? undefined
    : {
        repoUrl: sources[sourceIndex].repoUrl,
        sha: shas[sourceIndex],
        sourceIndex,
      };
}

/** A selector and a name may find the same. */
function unique(applications: WireApplication[]): WireApplication[] {
  const byKey = new Map(
    applications.map(application => [
      `${application.metadata.namespace ?? ''}/${application.metadata.name}`,
      application,
    ]),
  );
  return [...byKey.values()];
}
