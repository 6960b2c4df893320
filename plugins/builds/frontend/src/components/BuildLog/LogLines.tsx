import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { PaintedLine } from '../../log/paintLine';
import { LogLine } from './LogLine';
import styles from './LogLines.module.css';

/** Height of a line in pixels; the style sheet holds the same. */
const LINE_HEIGHT = 20;

/** Lines drawn above and below what can be seen, so that a quick scroll finds them there. */
const OVERSCAN = 20;

/** Characters that number and time take in front of the text. */
const MARGIN_CHARACTERS = 20;

export interface LogLinesProps {
  lines: PaintedLine[];
  /** What the log is of, for screen readers. */
  label: string;
  query: string;
  /** Index of the hit that one looks at; the log scrolls to it. */
  currentLine: number | undefined;
  showTimes: boolean;
  /** Whether the end stays in sight while lines are added. */
  follow: boolean;
  /** The reader scrolled away from the end, or back to it. */
  onFollowChange(follow: boolean): void;
}

const timeOfDay = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The lines of a log; only those in sight are in the document. */
export const LogLines = (props: LogLinesProps) => {
  const { lines, label, query, currentLine, follow, onFollowChange } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
  });
  const longest = useMemo(
    () => lines.reduce((most, { text }) => Math.max(most, text.length), 0),
    [lines],
  );

  useLayoutEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [follow, lines.length]);

  useEffect(() => {
    if (currentLine !== undefined) {
      virtualizer.scrollToIndex(currentLine, { align: 'center' });
    }
    // Only the choice of another hit scrolls; lines that are added do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentLine, query]);

  const look = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current!;
    const atEnd = scrollHeight - scrollTop - clientHeight < 2 * LINE_HEIGHT;
    if (atEnd !== follow) onFollowChange(atEnd);
  };

  return (
    <div
      ref={box}
      className={styles.root}
      role="log"
      // A screen reader reads it when asked; every new line spoken aloud would drown everything else.
      aria-live="off"
      aria-label={label}
      // Scrolled with the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={look}
    >
      <div
        className={styles.lines}
        style={{
          height: virtualizer.getTotalSize(),
          minWidth: `${longest + MARGIN_CHARACTERS}ch`,
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return (
            <LogLine
              key={index}
              line={line}
              number={index + 1}
              time={
                props.showTimes && line.at
                  ? timeOfDay.format(new Date(line.at))
                  : undefined
              }
              query={query}
              current={index === currentLine}
              style={{ transform: `translateY(${start}px)` }}
            />
          );
        })}
      </div>
    </div>
  );
};
