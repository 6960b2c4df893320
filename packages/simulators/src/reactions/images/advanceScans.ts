import type { RegistryImage, World } from '../../world/types';
import { isDue } from '../later';
import { countBySeverity, findingsOf } from './findings';
import type { ActiveScan } from './startScan';

const SCAN_SECONDS = 3;

/** A step of the world: pending scans begin, scans that ran long enough are complete. */
export function advanceScans(world: Pick<World, 'store' | 'clock'>): void {
  const { store, clock } = world;
  for (const scan of store.list<ActiveScan>('active-scan')) {
    if (!isDue(clock, scan.dueAt)) {
      continue;
    }
    store.transaction(() => {
      const image = store.get<RegistryImage>('image', scan.id);
      if (image?.scan.status === 'PENDING') {
        const begun = { ...image.scan, status: 'IN_PROGRESS' };
        store.put('image', scan.id, { ...image, scan: begun });
        const dueAt = clock.after(SCAN_SECONDS);
        store.put('active-scan', scan.id, { ...scan, dueAt });
        return;
      }
      if (image) {
        const complete = completedScan(image.digest, clock.now());
        store.put('image', scan.id, { ...image, scan: complete });
      }
      store.delete('active-scan', scan.id);
    });
  }
}

export function completedScan(
  digest: string,
  completedAt: Date,
): RegistryImage['scan'] {
  const findings = findingsOf(digest);
  return {
    status: 'COMPLETE',
    completedAt: completedAt.toISOString(),
    counts: countBySeverity(findings),
    findings,
  };
}
