import { isMap } from '../manifest';
import type { Resource } from '../Resource';

/** One entry of `images:`. */
interface ImageEntry {
  name: string;
  newName?: string;
  newTag?: string;
  digest?: string;
}

/** An image reference in its parts; `tag` and `digest` are empty when they are absent. */
interface ImageReference {
  name: string;
  tag: string;
  digest: string;
}

/** Takes `registry:5000/name:tag@sha256:…` apart. */
export function parseImage(image: string): ImageReference {
  const at = image.indexOf('@');
  const digest = at < 0 ? '' : image.slice(at + 1);
  const rest = at < 0 ? image : image.slice(0, at);
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
  return colon < 0
    ? { name: rest, tag: '', digest }
    : { name: rest.slice(0, colon), tag: rest.slice(colon + 1), digest };
}

/** Changes images in every list called `containers` or `initContainers`, at any depth, in any kind. */
export function setImages(resources: Resource[], entry: ImageEntry): void {
  for (const { object } of resources) {
    if (object.kind !== 'CustomResourceDefinition') {
      visit(object, entry);
    }
  }
}

function visit(value: unknown, entry: ImageEntry): void {
  if (Array.isArray(value)) {
    value.forEach(element => visit(element, entry));
    return;
  }
  if (!isMap(value)) {
    return;
  }
  for (const [field, child] of Object.entries(value)) {
    if (
      (field === 'containers' || field === 'initContainers') &&
      Array.isArray(child)
    ) {
      for (const container of child) {
        if (isMap(container) && typeof container.image === 'string') {
          container.image = changed(container.image, entry);
        }
      }
    }
    visit(child, entry);
  }
}

function changed(image: string, entry: ImageEntry): string {
  const { name, tag, digest } = parseImage(image);
  if (name !== entry.name) {
    return image;
  }
  let newTag = tag;
  let newDigest = digest;
  if (entry.newTag || entry.digest) {
    newTag = entry.newTag ?? '';
    newDigest = entry.digest ?? '';
  }
  return [
    entry.newName || name,
    newTag && `:${newTag}`,
    newDigest && `@${newDigest}`,
  ].join('');
}
