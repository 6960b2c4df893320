import { ConflictError, ForwardedError, InputError } from '@backstage/errors';
import type { Plan } from '@shopstack/plugin-golden-path-common';
import type { GoldenPathConfig } from '../config';
import type { ForgePullRequest, GitForge } from '../forge/GitForge';
import type { PlanningService } from '../planning/PlanningService';
import { unavailable } from '../planning/TreeReader';
import { type PlannedChange, changesOf } from './PlannedChange';
import type {
  ProposalRequest,
  ProposalService,
  ProposedPullRequest,
} from './ProposalService';
import { cleanUp } from './cleanUp';

interface Progress {
  signal?: AbortSignal;
  onProgress?: (line: string) => void;
}

/** Proposes on a forge. */
export class DefaultProposalService implements ProposalService {
  readonly #config: Pick<GoldenPathConfig, 'repositories' | 'cleanUpMs'>;
  readonly #forge: GitForge;
  readonly #planning: PlanningService;

  constructor(options: {
    config: Pick<GoldenPathConfig, 'repositories' | 'cleanUpMs'>;
    forge: GitForge;
    planning: PlanningService;
  }) {
    this.#config = options.config;
    this.#forge = options.forge;
    this.#planning = options.planning;
  }

  async propose(
    request: ProposalRequest,
    options: Progress = {},
  ): Promise<ProposedPullRequest[]> {
    const plan = await this.#planning.plan(request, options);
    assertProposable(plan, request.planHash);
    const changes = changesOf(
      plan,
      this.#config.repositories,
      request.correlationId,
    );
    try {
      await this.#push(changes, options);
      const opened = await this.#open(changes, options);
      await this.#link(opened, options);
      options.signal?.throwIfAborted();
      return opened.map(({ change, pull }) => proposed(change, pull));
    } catch (error) {
      options.onProgress?.(
        `Failed: ${(error as Error).message}. Closing what was opened.`,
      );
      const left = await cleanUp(this.#forge, changes, this.#config.cleanUpMs);
      if (left.length > 0) {
        throw new ForwardedError(
          `The change failed, and the forge did not let the portal tidy up (${left.join('; ')})`,
          error,
        );
      }
      throw error;
    }
  }

  /** All branches before the first pull request: most of what can fail has failed by then. */
  async #push(changes: PlannedChange[], options: Progress): Promise<void> {
    const pushes = await Promise.allSettled(
      changes.map(async change => {
        const { repository, branch, baseCommit: base, message, edits } = change;
        await this.#onForge(change, () =>
          this.#forge.pushBranch(
            repository,
            { branch, base, message, edits },
            options,
          ),
        );
        options.onProgress?.(`Pushed ${branch} to ${slug(change)}`);
      }),
    );
    const failed = pushes.find(push => push.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
  }

  async #open(changes: PlannedChange[], options: Progress) {
    const opened: { change: PlannedChange; pull: ForgePullRequest }[] = [];
    for (const change of changes) {
      const { base, title, body } = change.pullRequest;
      const pull = await this.#onForge(change, () =>
        this.#forge.openPullRequest(
          change.repository,
          { head: change.branch, base, title, body },
          options,
        ),
      );
      options.onProgress?.(`Opened ${pull.url}`);
      opened.push({ change, pull });
    }
    return opened;
  }

  /** Each pull request names the others, which needs all their numbers. */
  async #link(
    opened: { change: PlannedChange; pull: ForgePullRequest }[],
    options: Progress,
  ): Promise<void> {
    const links = opened.map(
      ({ change, pull }) =>
        `${change.pullRequest.order}. [${slug(change)}#${pull.number}](${pull.url})`,
    );
    await Promise.all(
      opened.map(({ change, pull }) => {
        const body = `${change.pullRequest.body}\n### Pull requests of this change\n\n${links.join('\n')}\n`;
        return this.#onForge(change, () =>
          this.#forge.updatePullRequest(
            change.repository,
            pull.number,
            { body },
            options,
          ),
        );
      }),
    );
  }

  async #onForge<T>(
    { repository }: PlannedChange,
    call: () => Promise<T>,
  ): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw unavailable(repository, error);
    }
  }
}

function assertProposable(plan: Plan, planHash: string | undefined): void {
  if (planHash !== undefined && planHash !== plan.hash) {
    throw new ConflictError(
      'The plan has changed since it was shown: a repository has moved on, or the values are others. Look at it again.',
    );
  }
  const failed = plan.checks.filter(check => check.state === 'failed');
  if (failed.length > 0) {
    const reasons = failed.map(check => `${check.name}: ${check.detail}`);
    throw new InputError(`The plan is not sound: ${reasons.join('; ')}`);
  }
}

function proposed(
  change: PlannedChange,
  pull: ForgePullRequest,
): ProposedPullRequest {
  return {
    repository: slug(change),
    number: pull.number,
    url: pull.url,
    title: change.pullRequest.title,
    order: change.pullRequest.order,
  };
}

function slug({ repository }: PlannedChange): string {
  return `${repository.owner}/${repository.name}`;
}
