import { useAddress } from '@shopstack/plugin-kit-react';
import type { EcrImageId } from '@shopstack/plugin-ecr-common';
import { useCallback, useMemo } from 'react';
import { formatImageId, parseImageId } from '../imageId';

/** Key of the address under which the open image stands. */
export const OPEN_IMAGE_KEY = 'image';

/** Filters of the findings of the open image; they go with it. */
export const FINDING_SEARCH_KEY = 'finding';
export const FINDING_SEVERITY_KEY = 'findingSeverity';

/** The image that is open, as the page's address says, so that it can be shared and the back button closes it. */
export function useOpenImage(): {
  image: EcrImageId | undefined;
  open(image: EcrImageId): void;
  close(): void;
} {
  const [address, change] = useAddress();
  const text = address.get(OPEN_IMAGE_KEY);
  const image = useMemo(() => parseImageId(text), [text]);
  const show = useCallback(
    (id: string | undefined) =>
      change({
        [OPEN_IMAGE_KEY]: id,
        [FINDING_SEARCH_KEY]: undefined,
        [FINDING_SEVERITY_KEY]: undefined,
      }),
    [change],
  );
  const open = useCallback((id: EcrImageId) => show(formatImageId(id)), [show]);
  const close = useCallback(() => show(undefined), [show]);
  return { image, open, close };
}
