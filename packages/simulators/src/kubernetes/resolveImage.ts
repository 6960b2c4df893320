import { parseImage } from '../kustomize/transformers/images';
import type { RegistryImage, World } from '../world/types';
import { hash } from './hash';

/** Where the kubelet would find an image, or why it does not. */
type ResolvedImage =
  | { found: true; imageId: string; document?: RegistryImage }
  | { found: false; message: string };

const ecrHost = /^[0-9]{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com$/;

/**
 * Looks an image up as a node does. Images of Amazon ECR have to be there; of other registries it is believed that they
 * hold what is asked of them, with a digest made of the name.
 */
export function resolveImage(world: World, image: string): ResolvedImage {
  const { name, tag, digest } = parseImage(image);
  const [host, ...path] = name.split('/');
  if (!ecrHost.test(host)) {
    const reference = digest || `sha256:${hash(`${name}:${tag || 'latest'}`)}`;
    return { found: true, imageId: pullable(qualified(name), reference) };
  }
  const repository = path.join('/');
  const images = world.store.listByPrefix<RegistryImage>(
    'image',
    `${repository}/`,
  );
  const document = digest
    ? images.find(
        candidate =>
          candidate.digest === digest ||
          candidate.children?.some(child => child.digest === digest),
      )
    : images.find(candidate => candidate.tags.includes(tag || 'latest'));
  if (!document) {
    const reason =
      images.length > 0 ? 'not found' : 'repository or tag not found';
    return {
      found: false,
      message: `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: ${reason}`,
    };
  }
  return {
    found: true,
    imageId: pullable(name, digest || document.digest),
    document,
  };
}

function pullable(name: string, digest: string): string {
  return `docker-pullable://${name}@${digest}`;
}

/** `nginx` is `docker.io/library/nginx`. */
function qualified(name: string): string {
  const [first, ...rest] = name.split('/');
  if (rest.length === 0) {
    return `docker.io/library/${name}`;
  }
  return /[.:]|^localhost$/.test(first) ? name : `docker.io/${name}`;
}
