import type { CSSProperties, ReactNode } from 'react';
import type { LogChunk, PaintedLine } from '../../log/paintLine';
import styles from './LogLines.module.css';

/** The text with every occurrence of what is searched marked, whatever its case. */
function marked(text: string, query: string): ReactNode {
  if (!query) return text;
  const parts: ReactNode[] = [];
  const lower = text.toLowerCase();
  const wanted = query.toLowerCase();
  let end = 0;
  for (
    let at = lower.indexOf(wanted);
    at >= 0;
    at = lower.indexOf(wanted, end)
  ) {
    parts.push(text.slice(end, at));
    end = at + wanted.length;
    parts.push(<mark key={at}>{text.slice(at, end)}</mark>);
  }
  return [...parts, text.slice(end)];
}

const Chunk = ({ chunk, query }: { chunk: LogChunk; query: string }) =>
  chunk.colour || chunk.emphasis ? (
    <span data-colour={chunk.colour} data-emphasis={chunk.emphasis}>
      {marked(chunk.text, query)}
    </span>
  ) : (
    <>{marked(chunk.text, query)}</>
  );

export interface LogLineProps {
  line: PaintedLine;
  /** From 1, as people count. */
  number: number;
  /** Time of the day, where it is wanted and known. */
  time?: string;
  query: string;
  /** Whether it is the hit that one looks at. */
  current: boolean;
  style: CSSProperties;
}

/** One line: its number, its time, its text in its colours. */
export const LogLine = (props: LogLineProps) => {
  const { line, number, time, query, current, style } = props;
  return (
    <div
      className={styles.line}
      data-current={current || undefined}
      style={style}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      {time && <span className={styles.time}>{time}</span>}
      <span className={styles.text}>
        {line.chunks.map((chunk, index) => (
          <Chunk key={index} chunk={chunk} query={query} />
        ))}
      </span>
    </div>
  );
};
