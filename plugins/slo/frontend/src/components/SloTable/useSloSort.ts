import { useSearchParamState } from '@shopstack/plugin-kit-react';
import { useCallback, useMemo } from 'react';
import type { SloSortKey } from './columns';
import { formatSort, parseSort, type SloSort } from './sort';

/** The order of a list in the page's address, and what a click on the head of a column does. */
export function useSloSort(): {
  sort: SloSort;
  sortBy(column: SloSortKey): void;
} {
  const [text, setText] = useSearchParamState('sort');
  const sort = useMemo(() => parseSort(text), [text]);
  const sortBy = useCallback(
    (column: SloSortKey) =>
      setText(
        formatSort({
          column,
          isReversed: sort.column === column && !sort.isReversed,
        }),
      ),
    [setText, sort],
  );
  return { sort, sortBy };
}
