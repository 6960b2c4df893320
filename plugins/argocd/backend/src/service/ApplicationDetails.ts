import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { commitId } from '../store/RevisionStore';
import type { CommitStories } from './CommitStories';
import type { InstanceReader } from './InstanceReader';
import { joinRunningImages } from './joinRunningImages';
import type { KeptApplication } from './KeptApplication';
import type { RolloutProgress } from './RolloutProgress';
import type { RunningImages } from './RunningImages';

export interface ApplicationDetailsOptions {
  readers: InstanceReader[];
  stories: CommitStories;
  rollouts: RolloutProgress;
  images: RunningImages;
  /** Tells open pages that there is something new to read under these topics. */
  announce(topics: string[]): void;
}

/**
 * Joins to the applications what other calls tell: who wrote what was deployed, how far rollouts are, which images run.
 * None of these holds the applications up; what comes later is announced.
 */
export class ApplicationDetails {
  readonly #options: ApplicationDetailsOptions;

  constructor(options: ApplicationDetailsOptions) {
    this.#options = options;
  }

  /** Asks what does not depend on the applications, and answers how to join the rest when they have come. */
  begin(
    entityRef: CompoundEntityRef,
    credentials: BackstageCredentials,
  ): (found: Observed<KeptApplication>) => Promise<ArgocdApplication[]> {
    let topics: string[] = [];
    const asked = this.#options.images.workloadsOf(entityRef, credentials, () =>
      this.#options.announce(topics),
    );
    return async found => {
      topics = found.sources.flatMap(({ topic }) => topic ?? []);
      const workloads = await asked;
      return Promise.all(
        found.items.map(async kept => {
          const onNews = () => this.#options.announce(topicsOf(found, kept));
          const [history, rollouts] = await Promise.all([
            this.#history(kept, onNews),
            this.#rollouts(kept, onNews),
          ]);
          return {
            ...kept.application,
            history,
            runningImages: joinRunningImages(kept.application, workloads),
            rollouts,
          };
        }),
      );
    };
  }

  async #history(
    { application, commits }: KeptApplication,
    onNews: () => void,
  ): Promise<ArgocdApplication['history']> {
    const reader = this.#reader(application.instance);
    if (!reader || commits.length === 0) {
      return application.history;
    }
    const stories = await this.#options.stories.tell(
      commits.map(commit => ({
        ...commit,
        read: () => reader.readRevision(application, commit),
      })),
      onNews,
    );
    const byDeployment = new Map(
      commits.map(commit => [commit.deployment, stories.get(commitId(commit))]),
    );
    return application.history.map(deployment => ({
      ...deployment,
      ...byDeployment.get(deployment.id),
    }));
  }

  async #rollouts(
    { application, rollouts }: KeptApplication,
    onNews: () => void,
  ): Promise<ArgocdApplication['rollouts']> {
    const reader = this.#reader(application.instance);
    return reader && rollouts.length > 0
      ? this.#options.rollouts.of(reader, application, rollouts, onNews)
      : [];
  }

  #reader(name: string): InstanceReader | undefined {
    return this.#options.readers.find(reader => reader.name === name);
  }
}

function topicsOf(
  { sources }: Observed<KeptApplication>,
  { application }: KeptApplication,
): string[] {
  return sources.flatMap(({ instance, topic }) =>
    topic && instance === application.instance ? topic : [],
  );
}
