import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Changes parameters of the address; undefined takes one away. */
type ChangeAddress = (
  parts: Record<string, string | undefined>,
  options?: {
    /** True for what the back button should step over, such as every letter of a search. */
    replace?: boolean;
  },
) => void;

/** The parameters of the page's address, and a way to change several of them at once. */
export function useAddress(): [URLSearchParams, ChangeAddress] {
  const [address, setAddress] = useSearchParams();
  const change = useCallback<ChangeAddress>(
    (parts, options) =>
      setAddress(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [key, value] of Object.entries(parts)) {
            if (value === undefined) next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: options?.replace, preventScrollReset: true },
      ),
    [setAddress],
  );
  return [address, change];
}
