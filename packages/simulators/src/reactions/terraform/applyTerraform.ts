import type { RegistryImage, World } from '../../world/types';
import { INFRASTRUCTURE_REPOSITORY } from '../organisation';
import { desiredResources } from './desiredResources';
import { loadConfiguration } from './loadConfiguration';
import { TerraformError } from './readModule';
import { KIND_OF_TYPE, toDocument, type ResourceDocument } from './toDocument';

const ENVIRONMENT = 'envs/dev';

export interface ApplyResult {
  added: string[];
  changed: string[];
  removed: string[];
  /** Why it did not apply, or what could not be removed. */
  problem?: string;
}

/**
 * Makes AWS as the Terraform of a commit says. A configuration that Terraform would refuse changes nothing.
 *
 * @param now - the date that new resources carry
 */
export async function applyTerraform(
  world: Pick<World, 'store' | 'repositories'>,
  revision: string,
  now: Date,
): Promise<ApplyResult> {
  const result: ApplyResult = { added: [], changed: [], removed: [] };
  const files = await world.repositories.readTree(
    INFRASTRUCTURE_REPOSITORY,
    revision,
  );
  try {
    const scopes = await loadConfiguration(files, ENVIRONMENT);
    const desired = desiredResources(scopes);
    world.store.transaction(() => {
      const kept = new Set<string>();
      for (const resource of desired) {
        const kind = KIND_OF_TYPE[resource.type];
        const id = resource.name;
        kept.add(`${kind} ${id}`);
        const before = world.store.get<ResourceDocument>(kind, id);
        const stamp = now.toISOString();
        const after = toDocument(resource, before?.createdAt ?? stamp, stamp);
        if (!before) {
          result.added.push(id);
        } else if (differs(before, after)) {
          result.changed.push(id);
        } else {
          continue;
        }
        world.store.put(kind, id, after);
      }
      remove(world, kept, result);
    });
  } catch (error) {
    if (!(error instanceof TerraformError)) {
      throw error;
    }
    return { added: [], changed: [], removed: [], problem: error.message };
  }
  return result;
}

/** The time of the last change is not itself a change. */
function differs(before: ResourceDocument, after: ResourceDocument) {
  const comparable = (document: object) =>
    JSON.stringify({ ...document, updatedAt: undefined });
  return comparable(before) !== comparable(after);
}

function remove(
  world: Pick<World, 'store'>,
  kept: Set<string>,
  result: ApplyResult,
) {
  for (const kind of Object.values(KIND_OF_TYPE)) {
    for (const { name } of world.store.list<ResourceDocument>(kind)) {
      if (kept.has(`${kind} ${name}`)) {
        continue;
      }
      if (kind === 'ecr-repository' && hasImages(world, name)) {
        result.problem = `RepositoryNotEmptyException: The repository with name '${name}' cannot be deleted because it still contains images`;
        continue;
      }
      world.store.delete(kind, name);
      result.removed.push(name);
    }
  }
}

function hasImages(world: Pick<World, 'store'>, repository: string) {
  return (
    world.store.listByPrefix<RegistryImage>('image', `${repository}/`).length >
    0
  );
}
