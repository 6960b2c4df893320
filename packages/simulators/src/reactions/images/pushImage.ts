import { recordTag } from '../../aws/ecr/tagIndex';
import type { RegistryImage, World } from '../../world/types';
import { describeImage, type PushedImage } from './describeImage';
import { signImage } from './signImage';
import { startScanOnPush } from './startScan';

/** Pushes an image; the same content again adds its tag. The repository must exist. */
export function pushImage(
  world: Pick<World, 'store' | 'clock' | 'events'>,
  { repository, revision, digest }: PushedImage,
): RegistryImage {
  const { store, clock } = world;
  const id = `${repository}/${digest}`;
  const image = store.transaction(() => {
    const before = store.get<RegistryImage>('image', id);
    if (before) {
      const tags = [...new Set([...before.tags, revision])];
      const tagged = { ...before, tags };
      store.put('image', id, tagged);
      return tagged;
    }
    const pushed = describeImage({ repository, revision, digest }, clock.now());
    store.put('image', id, pushed);
    startScanOnPush(world, pushed);
    signImage(store, repository, digest);
    return store.get<RegistryImage>('image', id)!;
  });
  recordTag(store, image, revision);
  world.events.emit('image', { repository, tag: revision, digest });
  return image;
}
