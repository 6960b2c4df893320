import { useCallback, useEffect, useRef, useState } from 'react';

/** A person who pauses this long has typed what is to be searched. */
const PAUSE_MILLISECONDS = 300;

/**
 * The text of a field while somebody types, told on when they pause. A value that changes elsewhere, as by the back
 * button, replaces the text.
 *
 * @param value what was told on last
 */
export function useTypedText(
  value: string,
  onPause: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    setText(value);
    return () => clearTimeout(timer.current);
  }, [value]);
  const type = useCallback(
    (next: string) => {
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => onPause(next), PAUSE_MILLISECONDS);
    },
    [onPause],
  );
  return [text, type];
}
