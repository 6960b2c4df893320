import { useCallback, type KeyboardEvent } from 'react';

/** What a key moves the focus by, in rows. */
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys move the focus from the name of a row to that of the next. Rows out of sight are drawn before they come up. */
export function useRowKeys() {
  return useCallback((event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    const row = (event.target as Element).closest('tbody > tr');
    if (!step || !row) return;
    let next: Element | null = row;
    do {
      next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    } while (next && !next.hasAttribute('data-index'));
    const link = next?.querySelector<HTMLElement>('th a');
    if (!link) return;
    event.preventDefault();
    link.focus();
  }, []);
}
