/** What a key press asks for. */
type Shortcut = 'search' | 'prefix' | 'catalog' | 'home' | 'slos';

/** The key that begins a two-key shortcut, as in `g c`. */
const PREFIX = 'g';

const AFTER_PREFIX: Record<string, Shortcut> = {
  c: 'catalog',
  h: 'home',
  s: 'slos',
};

/** True where a letter is text: fields, and everything that can be edited. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="textbox"]'))
  );
}

/** Reads a key press as a shortcut, or as none: not while somebody types, and never with a modifier. */
export function shortcutFor(
  event: Pick<
    KeyboardEvent,
    'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'
  >,
  afterPrefix: boolean,
): Shortcut | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (isTyping(event.target)) return undefined;
  if (afterPrefix && AFTER_PREFIX[event.key]) return AFTER_PREFIX[event.key];
  if (event.key === '/') return 'search';
  if (event.key === PREFIX) return 'prefix';
  return undefined;
}
