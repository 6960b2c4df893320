import { createHash } from 'node:crypto';
import { runGitForText } from '../../git/runGit';
import type { RegistryRepository } from '../../aws/types';
import type { RegistryImage, World } from '../../world/types';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

/** Seconds at normal pace until a scan begins, and until it is complete. */
const SCAN_STARTS = 1;

/** An image whose scan is not complete; documents of kind `active-scan`, id = the image's. */
export interface ActiveScan {
  id: string;
  dueAt: string;
}

export interface PushedImage {
  repository: string;
  /** The commit, which is also the tag. */
  revision: string;
  digest: string;
}

/**
 * The digest that building a folder at a commit gives: it depends on the content alone, so that building again gives the same image.
 *
 * @throws GitError when the folder is not there
 */
export async function digestOf(
  world: Pick<World, 'repositories'>,
  image: { repository: string; code: string; revision: string; folder: string },
): Promise<string> {
  const tree = await runGitForText(world.repositories.directory(image.code), [
    'rev-parse',
    '--verify',
    `${image.revision}:${image.folder}`,
  ]);
  return digestOfTree(image.repository, tree);
}

export function digestOfTree(repository: string, tree: string): string {
  return sha256(`${repository}\n${tree}`);
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

/** An image as it is when it was just pushed. */
export function describeImage(
  { repository, revision, digest }: PushedImage,
  pushedAt: Date,
): RegistryImage {
  const seed = parseInt(digest.slice(-6), 16);
  return {
    repository,
    digest,
    tags: [revision],
    // Between 45 and 110 MB, as images of the demo's runtimes are.
    sizeInBytes: 45_000_000 + (seed % 65_000_000),
    pushedAt: pushedAt.toISOString(),
    mediaType: INDEX,
    children: PLATFORMS.map(platform => ({
      digest: sha256(`${digest}\n${platform}`),
      platform,
    })),
    revision,
    scan: { status: 'PENDING', counts: {}, findings: [] },
  };
}

function sha256(text: string) {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
