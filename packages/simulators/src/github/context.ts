import type { Request } from 'express';
import type { World } from '../world/types';
import { CommitStatuses } from './CommitStatuses';
import { Webhooks } from './hooks/Webhooks';
import { Links } from './Links';
import { AutoMerger } from './pulls/AutoMerger';
import { Mergeability } from './pulls/Mergeability';
import { PullMerger } from './pulls/PullMerger';
import { PullRequests } from './pulls/PullRequests';
import { WorkflowRuns } from './WorkflowRuns';

/** The parts of the forge that its routes and pages share. */
export interface GithubContext {
  readonly world: World;
  readonly pulls: PullRequests;
  readonly statuses: CommitStatuses;
  readonly runs: WorkflowRuns;
  readonly mergeability: Mergeability;
  readonly merger: PullMerger;
  readonly autoMerger: AutoMerger;
  readonly webhooks: Webhooks;
  /** The forge's known address, else the one that the request was sent to. */
  links(request?: Request): Links;
}

/** Puts the parts of the forge together. */
export function createContext(world: World): GithubContext {
  const pulls = new PullRequests(world);
  const statuses = new CommitStatuses(world);
  const runs = new WorkflowRuns(world.store);
  const mergeability = new Mergeability(world, statuses, runs);
  const merger = new PullMerger(world, pulls, mergeability);
  const links = (request?: Request) =>
    new Links(
      world.addresses.get('github') ??
        `http://${request?.get('host') ?? 'localhost'}`,
    );
  return {
    ...{ world, pulls, statuses, runs, mergeability, merger, links },
    autoMerger: new AutoMerger(world, pulls, merger, { statuses, runs }),
    webhooks: new Webhooks(world, pulls, links),
  };
}
