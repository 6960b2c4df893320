import { useEffect, useRef, useState } from 'react';

/** How long a changed value is marked. */
const MARK_MILLISECONDS = 2_000;

/**
 * True for two seconds after `value` changed in place. The first value, and the one after a blank, is no change.
 */
export function useChanged(value: string | undefined): boolean {
  const previous = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    const before = previous.current;
    previous.current = value;
    if (before === undefined || value === undefined || before === value) {
      return undefined;
    }
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), MARK_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return changed;
}
