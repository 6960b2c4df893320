import { ACCOUNT_ID } from '../account';
import { operation } from '../service';
import {
  findImage,
  type ImageIdentifier,
  listImages,
  requireRepository,
  statusOf,
} from './images';
import { manifestOf } from './manifest';
import { batchGetImageSchema } from './schemas';

/** It does not fail for a single image: what could not be read stands in `failures`. */
export const batchGetImage = operation(
  batchGetImageSchema,
  ({ world }, input) => {
    const { repositoryName } = input;
    requireRepository(world, repositoryName, input.registryId);
    const listed = listImages(world, repositoryName);
    const images: object[] = [];
    const failures: object[] = [];
    for (const imageId of input.imageIds) {
      const image = findImage(listed, imageId);
      if (!image) {
        failures.push(failure(imageId, 'ImageNotFound'));
      } else if (statusOf(image.image) === 'ARCHIVED') {
        failures.push(failure(imageId, 'ImageInaccessible'));
      } else {
        images.push({
          registryId: ACCOUNT_ID,
          repositoryName,
          imageId: { imageDigest: image.digest, imageTag: imageId.imageTag },
          imageManifest: manifestOf(image),
          imageManifestMediaType: image.mediaType,
        });
      }
    }
    return { images, failures };
  },
);

const REASONS = {
  ImageNotFound: 'Requested image not found',
  ImageInaccessible: 'Requested image is archived',
};

function failure(imageId: ImageIdentifier, failureCode: keyof typeof REASONS) {
  return { imageId, failureCode, failureReason: REASONS[failureCode] };
}
