import type { RegistryRepository } from '../../aws/types';
import type { RegistryImage, World } from '../../world/types';
import { describeImage, type PushedImage } from './describeImage';

/** Seconds at normal pace until a scan begins. */
const SCAN_STARTS = 1;

/** An image whose scan is not complete; documents of kind `active-scan`, id = the image's. */
export interface ActiveScan {
  id: string;
  dueAt: string;
}

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
    const scanned = store.get<RegistryRepository>(
      'ecr-repository',
      repository,
    )?.scanOnPush;
    const pushed = describeImage({ repository, revision, digest }, clock.now());
    pushed.scan.status = scanned ? 'PENDING' : 'NOT_SCANNED';
    store.put('image', id, pushed);
    if (scanned) {
      const scan: ActiveScan = { id, dueAt: clock.after(SCAN_STARTS) };
      store.put('active-scan', id, scan);
    }
    return pushed;
  });
  world.events.emit('image', { repository, tag: revision, digest });
  return image;
}
