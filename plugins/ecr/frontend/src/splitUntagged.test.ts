import type { EcrImage } from '@shopstack/plugin-ecr-common';
import { splitUntagged } from './splitUntagged';

const image = (digest: string, ...tags: string[]) =>
  ({ digest, tags }) as EcrImage;

const digestsOf = (images: EcrImage[]) => images.map(each => each.digest);

describe('splitUntagged', () => {
  const images = [image('a', 'v2'), image('b'), image('c', 'v1'), image('d')];

  it('folds what has no tag', () => {
    const { shown, folded } = splitUntagged(images, () => false);
    expect(digestsOf(shown)).toEqual(['a', 'c']);
    expect(folded).toBe(2);
  });

  it('keeps an untagged image that runs somewhere', () => {
    const { shown, folded } = splitUntagged(
      images,
      each => each.digest === 'd',
    );
    expect(digestsOf(shown)).toEqual(['a', 'c', 'd']);
    expect(folded).toBe(1);
  });

  it('folds nothing where nothing has a tag', () => {
    const { shown, folded } = splitUntagged(
      [image('b'), image('d')],
      () => false,
    );
    expect(digestsOf(shown)).toEqual(['b', 'd']);
    expect(folded).toBe(0);
  });
});
