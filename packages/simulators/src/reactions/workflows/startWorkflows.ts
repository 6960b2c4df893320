import { mergeBase } from '../../git/commits';
import type { PullDocument } from '../../github/documents';
import type { World, WorkflowRun } from '../../world/types';
import type { PendingPull, PendingPush } from '../changes';
import { createPlan, createRun, type NewRun } from '../runs/createRun';
import { runIdOf } from '../runs/types';
import { matchesFilters } from './matchesFilters';
import {
  parseWorkflow,
  WorkflowError,
  type EventFilters,
  type WorkflowDefinition,
} from './parseWorkflow';

const FOLDER = '.github/workflows';
const DEFAULT_BRANCH = 'main';

type EventOfRun = Omit<NewRun, 'path' | 'name'> & {
  ref: string;
  headRef: string;
  baseRef: string;
  /** The branch that filters look at. */
  filteredBranch: string;
  changedFiles: string[];
};

/**
 * Starts the workflows that run on this push; answers the runs.
 *
 * @param finish - called in the transaction that stores the runs, so that no push is reacted to twice
 */
export async function startWorkflowsOnPush(
  world: World,
  { repository, branch, before, after }: PendingPush,
  finish: () => void,
): Promise<WorkflowRun[]> {
  const commit = after && (await world.repositories.commit(repository, after));
  if (!commit || /\[(?:skip ci|ci skip|no ci)\]/.test(commit.message)) {
    return [];
  }
  return await start(
    world,
    {
      repository,
      event: 'push',
      branch,
      sha: commit.sha,
      title: commit.message.split('\n')[0],
      actor: commit.author.name,
      createdAt: world.clock.now().toISOString(),
      ref: `refs/heads/${branch}`,
      headRef: '',
      baseRef: '',
      filteredBranch: branch,
      changedFiles: await pushedFiles(
        world,
        repository,
        branch,
        commit.sha,
        before,
      ),
    },
    finish,
  );
}

/** As `startWorkflowsOnPush`, for the head of a pull request. */
export async function startWorkflowsOnPull(
  world: World,
  { repository, number }: PendingPull,
  finish: () => void,
): Promise<WorkflowRun[]> {
  const id = `${repository}/${String(number).padStart(10, '0')}`;
  const pull = world.store.get<PullDocument>('pull', id);
  const { repositories } = world;
  const sha =
    pull?.state === 'open' &&
    (await repositories.resolve(repository, pull.head.sha));
  if (!pull || !sha) {
    return [];
  }
  const directory = repositories.directory(repository);
  const from = await mergeBase(directory, pull.base.sha, sha);
  return await start(
    world,
    {
      repository,
      event: 'pull_request',
      branch: pull.head.branch,
      sha,
      title: pull.title,
      actor: pull.author,
      createdAt: world.clock.now().toISOString(),
      ref: `refs/pull/${number}/merge`,
      headRef: pull.head.branch,
      baseRef: pull.base.branch,
      filteredBranch: pull.base.branch,
      changedFiles: from
        ? await repositories.changedFiles(repository, from, sha)
        : await repositories.listFiles(repository, sha),
    },
    finish,
  );
}

/** What a push brings: for a branch that is new, what sets it apart from the default branch. */
async function pushedFiles(
  { repositories }: World,
  repository: string,
  branch: string,
  after: string,
  before: string | undefined,
) {
  const known = before && (await repositories.resolve(repository, before));
  const main =
    !known && branch !== DEFAULT_BRANCH
      ? await repositories.resolve(repository, `refs/heads/${DEFAULT_BRANCH}`)
      : undefined;
  const directory = repositories.directory(repository);
  const base = known || (main && (await mergeBase(directory, main, after)));
  return base
    ? await repositories.changedFiles(repository, base, after)
    : await repositories.listFiles(repository, after);
}

async function start(
  world: World,
  event: EventOfRun,
  finish: () => void,
): Promise<WorkflowRun[]> {
  const files = await world.repositories.readTree(
    event.repository,
    event.sha,
    FOLDER,
  );
  return world.store.transaction(() => {
    finish();
    return [...files]
      .filter(([path]) => /\.ya?ml$/.test(path))
      .flatMap(([path, text]) => startOne(world, event, path, text) ?? []);
  });
}

function startOne(
  world: World,
  event: EventOfRun,
  path: string,
  text: string,
): WorkflowRun | undefined {
  try {
    const workflow = parseWorkflow(path, text);
    const filters = filtersFor(workflow, event.event);
    const facts = {
      branch: event.filteredBranch,
      changedFiles: event.changedFiles,
    };
    if (!filters || !matchesFilters(filters, facts)) {
      return undefined;
    }
    return put(world, event, workflow);
  } catch (error) {
    if (!(error instanceof WorkflowError)) {
      throw error;
    }
    return putInvalid(world, event, path, error);
  }
}

function filtersFor(
  workflow: WorkflowDefinition,
  event: WorkflowRun['event'],
): EventFilters | undefined {
  return event === 'push' ? workflow.push : workflow.pullRequest;
}

function put(world: World, event: EventOfRun, workflow: WorkflowDefinition) {
  const { ref, headRef, baseRef } = event;
  const facts = { ...factsOf(event), path: workflow.path, name: workflow.name };
  const run = createRun(world.store, facts, workflow.jobs);
  const id = runIdOf(run);
  world.store.put('workflow-run', id, run);
  world.store.put(
    'run-plan',
    id,
    createPlan(run, workflow, { ref, headRef, baseRef }),
  );
  return run;
}

/** As GitHub does: a run without jobs that failed, titled with the reason. */
function putInvalid(
  world: World,
  event: EventOfRun,
  path: string,
  error: WorkflowError,
) {
  const facts = { ...factsOf(event), path, name: path };
  const run: WorkflowRun = {
    ...createRun(world.store, facts, []),
    title: `Invalid workflow file: ${error.message}`,
    status: 'completed',
    conclusion: 'failure',
  };
  world.store.put('workflow-run', runIdOf(run), run);
  return run;
}

function factsOf(event: EventOfRun): Omit<NewRun, 'path' | 'name'> {
  const { repository, branch, sha, title, actor, createdAt } = event;
  return {
    repository,
    branch,
    sha,
    title,
    actor,
    createdAt,
    event: event.event,
  };
}
