import type {
  EcrApi,
  EcrImage,
  EcrImageQuery,
} from '@shopstack/plugin-ecr-common';
import type { ObservedPage } from '@shopstack/plugin-kit-common';
import { formatImageId } from './imageId';

/** The most that the backend answers at once. */
const LIMIT = 500;

/**
 * Reads the first `count` images that fit a question, in as few requests as the backend allows. What moved from one part
 * to the next because an image was pushed meanwhile stands once.
 */
export async function readImages(
  api: Pick<EcrApi, 'listImages'>,
  entityRef: string,
  query: EcrImageQuery,
  count: number,
  signal: AbortSignal,
): Promise<ObservedPage<EcrImage>> {
  const offsets = Array.from(
    { length: Math.ceil(count / LIMIT) },
    (_part, index) => index * LIMIT,
  );
  const pages = await Promise.all(
    offsets.map(offset =>
      api.listImages(
        entityRef,
        { ...query, offset, limit: Math.min(LIMIT, count - offset) },
        { signal },
      ),
    ),
  );
  const items = new Map(
    pages.flatMap(page => page.items.map(item => [formatImageId(item), item])),
  );
  return { ...pages[0], items: [...items.values()] };
}
