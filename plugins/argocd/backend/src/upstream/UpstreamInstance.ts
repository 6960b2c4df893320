import type { ArgocdRollout } from '@shopstack/plugin-argocd-common';
import { faultError, UpstreamError } from '@shopstack/plugin-kit-node';
import type { ArgocdInstanceConfig } from '../config';
import type { ApplicationSelection } from '../service/ApplicationSelection';
import type {
  ApplicationPlace,
  ArgocdInstance,
  CommitStory,
} from '../service/InstanceReader';
import type {
  DeployedCommit,
  KeptApplication,
  RolloutId,
} from '../service/KeptApplication';
import type { ArgocdClient } from './ArgocdClient';
import { deployedCommits } from './deployedCommits';
import { toRevisionMetadata } from './historyMapping';
import { toApplication } from './mapping';
import { findRollouts, ROLLOUT_GROUP } from './resourceMapping';
import { toRollout } from './rolloutMapping';
import { rolloutSchema } from './rolloutWire';
import { UPSTREAM } from './upstreamName';
import type { WireApplication } from './wire';

export interface InstanceOptions {
  client: ArgocdClient;
  instance: ArgocdInstanceConfig;
  revisionsToLoad: number;
}

/** Reads one Argo CD, and acts on it, in the words of the portal. */
export class UpstreamInstance implements ArgocdInstance {
  readonly #options: InstanceOptions;

  constructor(options: InstanceOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.instance.name;
  }

  async find(selection: ApplicationSelection): Promise<KeptApplication[]> {
    const { client, instance, revisionsToLoad } = this.#options;
    const { selector, names, project, appNamespace } = selection;
    const scope = { project, appNamespace };
    const found = await Promise.all([
      selector ? client.listApplications(selector, scope) : [],
      ...names.map(name => this.#findByName(name, selection)),
    ]);
    return unique(found.flat()).map(application => ({
      application: toApplication(application, {
        instance: instance.name,
        frontendUrl: instance.frontendUrl,
        service: selection.service,
      }),
      commits: deployedCommits(application, revisionsToLoad),
      rollouts: findRollouts(application),
    }));
  }

  async readRevision(
    { name, namespace, project }: ApplicationPlace,
    { sha, sourceIndex, versionId }: DeployedCommit,
  ): Promise<CommitStory> {
    const metadata = await this.#options.client.getRevisionMetadata(name, sha, {
      project,
      appNamespace: namespace,
      sourceIndex,
      versionId,
    });
    return toRevisionMetadata(metadata);
  }

  async readRollout(
    { name, namespace, project }: ApplicationPlace,
    id: RolloutId,
  ): Promise<ArgocdRollout> {
    const live = await this.#options.client.getLiveResource(
      name,
      { ...id, group: ROLLOUT_GROUP, kind: 'Rollout' },
      { project, appNamespace: namespace },
    );
    const rollout = rolloutSchema.safeParse(live);
    if (!rollout.success) {
      throw faultError('malformed', UPSTREAM, rollout.error);
    }
    return toRollout(rollout.data, id.namespace);
  }

  async refresh(
    { name, namespace, project }: ApplicationPlace,
    options: { hard: boolean },
  ): Promise<void> {
    const scope = { project, appNamespace: namespace };
    await this.#options.client.refresh(name, scope, options);
  }

  async sync(
    { name, namespace, project }: ApplicationPlace,
    options: { prune: boolean },
  ): Promise<void> {
    const scope = { project, appNamespace: namespace };
    await this.#options.client.sync(name, scope, options);
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
