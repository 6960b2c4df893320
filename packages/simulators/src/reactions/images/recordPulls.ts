import { REGISTRY } from '../../aws/account';
import type { KubernetesObject, RegistryImage, World } from '../../world/types';

const IMAGE = /^([^/]+)\/([^:@]+)(?::([^@]+))?(?:@(sha256:[0-9a-f]{64}))?$/;

/** Amazon ECR learns when an image was last pulled: each time a container of it starts. */
export function recordPulls(world: World): void {
  world.events.on('object', ({ key, type }) => {
    if (type === 'DELETED' || !key.includes('/Pod/')) {
      return;
    }
    const pod = world.store.get<KubernetesObject>('object', key);
    for (const container of pod?.status?.containerStatuses ?? []) {
      const startedAt: string | undefined = container.state?.running?.startedAt;
      const image = startedAt && findImage(world, container);
      if (image && (image.lastPulledAt ?? '') < startedAt) {
        const id = `${image.repository}/${image.digest}`;
        world.store.put('image', id, { ...image, lastPulledAt: startedAt });
      }
    }
  });
}

function findImage(
  { store }: Pick<World, 'store'>,
  container: { image?: string; imageID?: string },
): RegistryImage | undefined {
  const [, registry, repository, tag, digest] =
    IMAGE.exec(container.image ?? '') ?? [];
  if (registry !== REGISTRY) {
    return undefined;
  }
  const pulled = digest ?? container.imageID?.match(/sha256:[0-9a-f]{64}/)?.[0];
  return store
    .listByPrefix<RegistryImage>('image', `${repository}/`)
    .find(image => image.digest === pulled || image.tags.includes(tag));
}
