import type { World } from '../world/types';
import { ORGANIZATION } from './organization';

/** The repository's name as it is written, whatever the case it was asked in; undefined when there is none. */
export async function findRepository(
  world: World,
  owner: string,
  name: string,
): Promise<string | undefined> {
  if (owner.toLowerCase() !== ORGANIZATION) {
    return undefined;
  }
  const wanted = name.toLowerCase();
  const names = await world.repositories.names();
  return names.find(each => each.toLowerCase() === wanted);
}
