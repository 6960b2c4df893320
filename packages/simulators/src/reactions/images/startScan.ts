import type { RegistryRepository } from '../../aws/types';
import type { RegistryImage, World } from '../../world/types';

/** Seconds at normal pace until a scan begins. */
const SCAN_STARTS = 1;

/** An image whose scan is not complete; documents of kind `active-scan`, id = the image's. */
export interface ActiveScan {
  id: string;
  dueAt: string;
}

/** Begins the scan of an image that was just pushed, where its repository asks for that. */
export function startScanOnPush(
  world: Pick<World, 'store' | 'clock'>,
  image: RegistryImage,
): void {
  const repository = world.store.get<RegistryRepository>(
    'ecr-repository',
    image.repository,
  );
  if (repository?.scanOnPush) {
    startScan(world, image);
  }
}

/** Puts an image into the queue of the scanner. */
export function startScan(
  { store, clock }: Pick<World, 'store' | 'clock'>,
  image: RegistryImage,
): void {
  const id = `${image.repository}/${image.digest}`;
  const scan = { status: 'PENDING', counts: {}, findings: [] };
  store.put('image', id, { ...image, scan });
  const active: ActiveScan = { id, dueAt: clock.after(SCAN_STARTS) };
  store.put('active-scan', id, active);
}
