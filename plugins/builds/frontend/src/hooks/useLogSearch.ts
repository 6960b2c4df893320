import { useCallback, useMemo, useState } from 'react';
import type { PaintedLine } from '../log/paintLine';

export interface LogSearch {
  query: string;
  /** Indices of the lines that hold the text, in order. */
  hits: number[];
  /** Which of the hits one looks at, from 0. */
  position: number;
  /** Index of the line that one looks at. */
  currentLine: number | undefined;
  setQuery(query: string): void;
  /** Goes to the next hit, or with -1 to the one before; past the end it begins again. */
  step(by: 1 | -1): void;
}

/** Searches a log line by line, without regard to case. Lines that come later are searched as well. */
export function useLogSearch(lines: PaintedLine[]): LogSearch {
  const [query, setText] = useState('');
  const [position, setPosition] = useState(0);
  const hits = useMemo(() => {
    const wanted = query.toLowerCase();
    if (!wanted) return [];
    return lines.flatMap((line, index) =>
      line.text.toLowerCase().includes(wanted) ? [index] : [],
    );
  }, [lines, query]);
  const setQuery = useCallback((text: string) => {
    setText(text);
    setPosition(0);
  }, []);
  const count = hits.length;
  const step = useCallback(
    (by: 1 | -1) =>
      setPosition(before => (count ? (before + by + count) % count : 0)),
    [count],
  );
  return { query, hits, position, currentLine: hits[position], setQuery, step };
}
