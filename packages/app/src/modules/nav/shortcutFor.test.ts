import { shortcutFor } from './shortcutFor';

const press = (key: string, part: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  target: document.body,
  ...part,
});

describe('shortcutFor', () => {
  it.each([
    ['/', false, 'search'],
    ['g', false, 'prefix'],
    ['c', true, 'catalog'],
    ['h', true, 'home'],
    ['s', true, 'slos'],
    ['/', true, 'search'],
    ['c', false, undefined],
    ['x', true, undefined],
  ])('reads %s (after g: %s) as %s', (key, afterPrefix, shortcut) => {
    expect(shortcutFor(press(key), afterPrefix)).toBe(shortcut);
  });

  it('leaves the browser its own shortcuts', () => {
    expect(shortcutFor(press('/', { ctrlKey: true }), false)).toBeUndefined();
    expect(shortcutFor(press('c', { metaKey: true }), true)).toBeUndefined();
  });

  it.each(['input', 'textarea', 'select'])('is silent in a %s', tag => {
    const target = document.createElement(tag);
    expect(shortcutFor(press('/', { target }), false)).toBeUndefined();
  });
});
