import type { AwsArn } from '@shopstack/plugin-kit-node';
import type { RepositoryImage } from '../images/RepositoryImage';
import type { RunningImage } from '../service/RunningImages';
import type { KeptScan } from '../store/ScanStore';

/** A scan that is to be read now. */
export interface DueScan {
  arn: AwsArn;
  digest: string;
  isRunning: boolean;
  /** Absent for what runs and is not in the list. */
  image?: RepositoryImage;
  /** Under which a change of it is announced. */
  topic?: string;
}

/**
 * The scans of a repository that are due: of what runs, and of the newest images with a tag. An image without a tag is
 * mostly that of one platform inside an index, which is read with its index. What is no image and what lies in the
 * archive is not scanned.
 */
export function selectDue(options: {
  arn: AwsArn;
  /** Newest first. */
  listed: readonly RepositoryImage[];
  topic: string | undefined;
  running: readonly RunningImage[];
  scans: ReadonlyMap<string, KeptScan>;
  newestScanned: number;
  now: Date;
}): DueScan[] {
  const { arn, listed, topic, running, scans, newestScanned, now } = options;
  const isDue = (digest: string) => {
    const dueAt = scans.get(digest)?.dueAt;
    return dueAt === undefined || dueAt <= now;
  };
  const runs = new Set(running.map(({ digest }) => digest));
  const byDigest = new Map(listed.map(image => [image.digest, image]));
  const newest = listed
    .filter(
      ({ kind, archived, tags }) =>
        kind !== 'artifact' && !archived && tags.length > 0,
    )
    .slice(0, newestScanned)
    .map(({ digest }) => digest);
  return [...new Set([...runs, ...newest])].filter(isDue).map(digest => ({
    arn,
    digest,
    isRunning: runs.has(digest),
    image: byDigest.get(digest),
    topic,
  }));
}
