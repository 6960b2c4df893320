import type { EcrImage } from '@shopstack/plugin-ecr-common';

/**
 * Sets apart what has no tag: the platform images and attestations behind each tagged index, and what was released long
 * ago. They outnumber the releases. Where nothing has a tag, everything is shown.
 *
 * @param isShown true for an untagged image that matters, for example because an environment runs it
 */
export function splitUntagged(
  images: EcrImage[],
  isShown: (image: EcrImage) => boolean,
): { shown: EcrImage[]; folded: number } {
  const shown = images.filter(image => image.tags.length > 0 || isShown(image));
  return shown.length > 0
    ? { shown, folded: images.length - shown.length }
    : { shown: images, folded: 0 };
}
