import { formatImageId, parseImageId } from './imageId';
import { digestOf, REPOSITORY_ARN } from './__testUtils__/examples';

describe('the identity of an image in an address', () => {
  it('reads what it wrote', () => {
    const id = { repositoryArn: REPOSITORY_ARN, digest: digestOf('a') };
    expect(parseImageId(formatImageId(id))).toEqual(id);
  });

  it.each([
    null,
    '',
    REPOSITORY_ARN,
    digestOf('a'),
    `${REPOSITORY_ARN}@sha256:short`,
    `${REPOSITORY_ARN}@${digestOf('z')}`,
    `${REPOSITORY_ARN}@${digestOf('a')}@${digestOf('a')}`,
    `javascript:alert(1)@${digestOf('a')}`,
  ])('opens nothing for %s', text => {
    expect(parseImageId(text)).toBeUndefined();
  });
});
