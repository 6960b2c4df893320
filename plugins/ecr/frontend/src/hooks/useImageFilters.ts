import { useAddress } from '@shopstack/plugin-kit-react';
import { useCallback, useMemo } from 'react';
import {
  imageFiltersToAddress,
  PAGE_SIZE,
  readImageFilters,
  type ImageFilters,
} from '../imageFilters';

/** The filters in the page's address. Every change but that of `shown` goes back to the first rows. */
export function useImageFilters(): {
  filters: ImageFilters;
  change(part: Partial<ImageFilters>): void;
  clear(): void;
} {
  const [address, changeAddress] = useAddress();
  const filters = useMemo(() => readImageFilters(address), [address]);
  const change = useCallback(
    (part: Partial<ImageFilters>) =>
      changeAddress(imageFiltersToAddress({ shown: PAGE_SIZE, ...part }), {
        replace: true,
      }),
    [changeAddress],
  );
  const clear = useCallback(
    () =>
      change({
        search: '',
        repositoryArn: undefined,
        severity: undefined,
        scan: undefined,
        running: false,
      }),
    [change],
  );
  return { filters, change, clear };
}
