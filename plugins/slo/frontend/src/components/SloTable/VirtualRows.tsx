import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Range,
} from '@tanstack/react-virtual';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import {
  Fragment,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
} from 'react';
import { formatSloReference } from '../../sloAddress';
import type { SloColumn } from './columns';
import { SloRow } from './SloRow';

/** Height of a row of two lines in pixels, until it is measured. */
const ROW_HEIGHT = 57;

/** Rows drawn above and below what can be seen, so that a quick scroll and the arrow keys find them there. */
const OVERSCAN = 12;

/** The place of rows that are out of sight. */
const Gap = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 ? (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null;

/** The rows of a long list; only those in sight are in the document, and the one that has the focus. */
export const VirtualRows = ({
  rows,
  columns,
}: {
  rows: SloSummary[];
  columns: SloColumn[];
}) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const focused = useRef<number>();
  useLayoutEffect(() => {
    const box = body.current?.getBoundingClientRect();
    // What stands above may grow and shrink with every answer.
    if (box) setTop(Math.round(box.top + window.scrollY));
  }, [rows]);

  const withFocused = useCallback((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    const index = focused.current;
    if (index === undefined || index >= range.count) return indexes;
    return [...new Set([...indexes, index])].sort((a, b) => a - b);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: index => formatSloReference(rows[index]),
    rangeExtractor: withFocused,
  });

  const keepFocused = ({ target }: FocusEvent<HTMLTableSectionElement>) => {
    const index = target.closest('tr')?.getAttribute('data-index');
    focused.current = index ? Number(index) : undefined;
  };
  const items = virtualizer.getVirtualItems();
  const end = items[items.length - 1]?.end ?? top;
  return (
    <tbody
      ref={body}
      onFocus={keepFocused}
      onBlur={() => {
        focused.current = undefined;
      }}
    >
      {items.map(({ key, index, start }, position) => (
        <Fragment key={key}>
          <Gap
            height={start - (position === 0 ? top : items[position - 1].end)}
            columns={columns.length}
          />
          <SloRow
            ref={virtualizer.measureElement}
            slo={rows[index]}
            columns={columns}
            index={index}
          />
        </Fragment>
      ))}
      <Gap
        height={top + virtualizer.getTotalSize() - end}
        columns={columns.length}
      />
    </tbody>
  );
};
