import type { World, WorldEventMap } from '../../world/types';
import type { PullDocument } from '../documents';
import type { Links } from '../Links';
import { organizationView } from '../views/organizationView';
import { pullView } from '../views/pullView';
import { repositoryView } from '../views/repositoryView';
import { userView } from '../views/userView';

/** The body of GitHub's `pull_request` event, where a merge is a `closed` with `merged: true`. */
export async function pullPayload(
  world: World,
  links: Links,
  pull: PullDocument,
  action: WorldEventMap['pull']['action'],
) {
  const repository = await repositoryView(world, links, pull.repository);
  return {
    action: action === 'merged' ? 'closed' : action,
    number: pull.number,
    pull_request: pullView(links, pull, repository),
    repository,
    organization: organizationView(links),
    sender: userView(links, pull.mergedBy ?? pull.author),
  };
}
