import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

export interface SearchBoxProps {
  /** What it searches in, for screen readers too: "Search images". */
  label: string;
  /** What is searched for now, for example from the address of the page. */
  value: string;
  /** Called when the typing rests, and at once when the box is cleared or Enter is pressed. */
  onSearch(value: string): void;
}

/** How long the typing has to rest, so that not every letter is a question to the backend. */
const REST_MS = 250;

/** A search field that asks when the typing rests. */
export const SearchBox = ({ label, value, onSearch }: SearchBoxProps) => {
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const search = useRef(onSearch);
  search.current = onSearch;

  // The address changed by other means than typing here.
  useEffect(() => {
    clearTimeout(timer.current);
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (text: string) => {
    clearTimeout(timer.current);
    if (text !== value) search.current(text);
  };
  return (
    <SearchField
      size="small"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={text => {
        setTyped(text);
        clearTimeout(timer.current);
        if (text === '') ask(text);
        else timer.current = setTimeout(() => ask(text), REST_MS);
      }}
      onSubmit={ask}
    />
  );
};
