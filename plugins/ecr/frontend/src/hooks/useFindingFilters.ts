import { useAddress } from '@shopstack/plugin-kit-react';
import { ECR_SEVERITIES } from '@shopstack/plugin-ecr-common';
import { useCallback, useMemo } from 'react';
import type { FindingFilters } from '../findingFilters';
import { oneOf } from '../imageFilters';
import { FINDING_SEARCH_KEY, FINDING_SEVERITY_KEY } from './useOpenImage';

/** The filters of the findings of the open image, as the page's address says. */
export function useFindingFilters(): {
  filters: FindingFilters;
  change(part: Partial<FindingFilters>): void;
} {
  const [address, changeAddress] = useAddress();
  const search = address.get(FINDING_SEARCH_KEY) ?? '';
  const severity = oneOf(ECR_SEVERITIES, address.get(FINDING_SEVERITY_KEY));
  const filters = useMemo(() => ({ search, severity }), [search, severity]);
  const change = useCallback(
    (part: Partial<FindingFilters>) =>
      changeAddress(
        {
          ...('search' in part && {
            [FINDING_SEARCH_KEY]: part.search || undefined,
          }),
          ...('severity' in part && { [FINDING_SEVERITY_KEY]: part.severity }),
        },
        { replace: true },
      ),
    [changeAddress],
  );
  return { filters, change };
}
