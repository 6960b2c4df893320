import { makeService, toEntity } from './services';

const annotations = (side: 'ours' | 'peers', projects: number) =>
  toEntity(makeService('cart', { images: 2500, projects }), side).metadata
    .annotations!;

describe('toEntity', () => {
  it('tells both sides of the same things', () => {
    expect(annotations('peers', 1)).toEqual(annotations('ours', 1));
    expect(annotations('ours', 1)).toMatchObject({
      'aws.amazon.com/amazon-ecr-arn':
        'arn:aws:ecr:us-east-1:123456789012:repository/r2500-cart',
      'argocd/app-selector': 'shopstack.dev/service=cart',
    });
  });

  it('names several projects to ours, and their tags to the peer', () => {
    expect(
      annotations('ours', 2)['aws.amazon.com/aws-codebuild-project-arn'],
    ).toBe(
      'arn:aws:codebuild:us-east-1:123456789012:project/p40-cart-1,arn:aws:codebuild:us-east-1:123456789012:project/p40-cart-2',
    );
    expect(annotations('peers', 2)).toMatchObject({
      'aws.amazon.com/aws-codebuild-project-tags':
        'projects=2,builds=40,group=cart',
    });
    expect(annotations('peers', 2)).not.toHaveProperty([
      'aws.amazon.com/aws-codebuild-project-arn',
    ]);
  });
});
