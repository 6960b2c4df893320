import { changeTitle, shortRevision, withoutAddress } from './deploymentWords';

describe('changeTitle', () => {
  it.each([
    ['feat: round prices\n\nMore of it', 'feat: round prices'],
    [
      'Merge pull request #150 from shopstack/round\n\nfeat: round prices',
      'feat: round prices',
    ],
    ['Merge branch main', 'Merge branch main'],
    ['Merged by hand\n\nwhy', 'Merged by hand'],
    ['', undefined],
    [undefined, undefined],
  ])('of %p is %p', (message, title) => {
    expect(changeTitle(message)).toBe(title);
  });
});

it('shortens hashes, and leaves versions as they are', () => {
  expect(shortRevision('4f2a9c1'.padEnd(40, '0'))).toBe('4f2a9c1');
  expect(shortRevision('1.4.12-rc.1')).toBe('1.4.12-rc.1');
});

it('names an author without the address', () => {
  expect(withoutAddress('team-checkout <a@b.example>')).toBe('team-checkout');
  expect(withoutAddress(undefined)).toBeUndefined();
});
