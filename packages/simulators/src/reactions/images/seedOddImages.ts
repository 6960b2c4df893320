import type { RepositorySettings } from '../../aws/types';
import { arnOf } from '../../aws/account';
import type { RegistryImage, World } from '../../world/types';
import { countBySeverity } from './findings';
import { manyFindings } from './manyFindings';
import { signImage } from './signImage';

const ENHANCED = 'shopstack-payment';
const SIGNED = 'shopstack-order';

type Scan = RegistryImage['scan'];

/** States that a healthy registry seldom shows: which image of which repository has it, counted from the oldest. */
const ODD: {
  repository: string;
  age: number;
  status: string;
  reason?: string;
}[] = [
  {
    repository: 'shopstack-notification',
    age: 0,
    status: 'FAILED',
    reason: 'The scan failed: the image could not be unpacked.',
  },
  {
    repository: 'shopstack-inventory',
    age: 0,
    status: 'UNSUPPORTED_IMAGE',
    reason:
      'UnsupportedImageError: The operating system and/or package manager are not supported.',
  },
  { repository: 'shopstack-recommendations', age: 0, status: 'PENDING' },
  { repository: 'shopstack-recommendations', age: 1, status: 'IN_PROGRESS' },
  {
    repository: 'shopstack-order',
    age: 0,
    status: 'SCAN_ELIGIBILITY_EXPIRED',
    reason: 'Scan eligibility expired.',
  },
  {
    repository: 'shopstack-user',
    age: 0,
    status: 'FINDINGS_UNAVAILABLE',
    reason: 'There are no scan findings available for the image.',
  },
  {
    repository: 'shopstack-admin-panel',
    age: 0,
    status: 'LIMIT_EXCEEDED',
    reason: 'The limit of scans was exceeded.',
  },
  {
    repository: 'shopstack-catalog',
    age: 0,
    status: 'IMAGE_ARCHIVED',
    reason: 'The image is archived.',
  },
];

/** More than one page of findings. */
const CROWDED = { repository: 'shopstack-cart', age: 1, count: 140 };

/**
 * Adds to the history what it would not bring forth by itself: every state of a scan, an image with more findings than
 * one page holds, one in the archive, a repository that Amazon Inspector scans, one whose images are signed. A
 * repository that is not there is left out.
 */
export function seedOddImages(world: Pick<World, 'store'>): void {
  const { store } = world;
  const settings: [string, RepositorySettings][] = [
    [ENHANCED, { enhancedScanning: true }],
    [
      SIGNED,
      { signingProfileArn: arnOf('signer', '/signing-profiles/shopstack') },
    ],
  ];
  for (const [repository, setting] of settings) {
    store.put('ecr-repository-settings', repository, setting);
  }
  for (const { repository, age, status, reason } of ODD) {
    const scan: Scan = { status, reason, counts: {}, findings: [] };
    change(world, { repository, age }, image => ({
      ...image,
      scan,
      archivedAt: status === 'IMAGE_ARCHIVED' ? image.pushedAt : undefined,
    }));
  }
  change(world, CROWDED, image => {
    const findings = manyFindings(CROWDED.count);
    const counts = countBySeverity(findings);
    return { ...image, scan: { ...image.scan, counts, findings } };
  });
  for (const { digest } of oldestFirst(world, SIGNED)) {
    signImage(store, SIGNED, digest);
  }
}

function change(
  world: Pick<World, 'store'>,
  { repository, age }: { repository: string; age: number },
  update: (image: RegistryImage) => RegistryImage,
) {
  const image = oldestFirst(world, repository)[age];
  if (image) {
    world.store.put('image', `${repository}/${image.digest}`, update(image));
  }
}

function oldestFirst({ store }: Pick<World, 'store'>, repository: string) {
  return store
    .listByPrefix<RegistryImage>('image', `${repository}/`)
    .filter(image => !image.artifactType)
    .sort((one, other) => one.pushedAt.localeCompare(other.pushedAt));
}
