import { parseAwsArn } from './awsArn';

const expected = { service: 'ecr', resourceType: 'repository' };

describe('parseAwsArn', () => {
  it('reads region, account and resource', () => {
    expect(
      parseAwsArn(
        'arn:aws:ecr:us-east-1:123456789012:repository/team/shopstack-cart',
        expected,
      ),
    ).toMatchObject({
      partition: 'aws',
      region: 'us-east-1',
      accountId: '123456789012',
      resource: 'team/shopstack-cart',
    });
    expect(
      parseAwsArn(
        'arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/x',
        expected,
      ).region,
    ).toBe('us-gov-west-1');
  });

  it.each([
    'shopstack-cart',
    'arn:aws:ecr:us-east-1:123456789012:repository/',
    'arn:aws:ecr:us-east-1:123456789012:repository/..',
    'arn:aws:ecr:us-east-1:123456789012:repository/a/../b',
    'arn:aws:ecr:us-east-1:123456789012:repository/a?b',
    'arn:aws:ecr:us-east-1:123456789012:repository/a\r\nb',
    'arn:aws:ecr:us-east-1:123456789012:repository/a:b',
    'arn:aws:ecr:us-east-1:1234:repository/a',
    'arn:aws:ecr:evil.example/:123456789012:repository/a',
    'arn:aws:codebuild:us-east-1:123456789012:project/a',
    'arn:aws:ecr:us-east-1:123456789012:image/a',
    'arn:aws:ecr:us-east-1:123456789012:repository/Upper',
    'arn:aws:ecr:us-east-1:123456789012:repository/a..',
    `arn:aws:ecr:us-east-1:123456789012:repository/${'a'.repeat(257)}`,
    `arn:aws:ecr:us-east-1:123456789012:repository/${'a'.repeat(10_000)}`,
  ])('refuses %s', arn => {
    expect(() => parseAwsArn(arn, expected)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it.each(['a/b', 'a.b', '169.254.169.254', '..', 'a'.repeat(256)])(
    'refuses the project %s',
    name => {
      expect(() =>
        parseAwsArn(
          `arn:aws:codebuild:us-east-1:123456789012:project/${name}`,
          {
            service: 'codebuild',
            resourceType: 'project',
          },
        ),
      ).toThrow(expect.objectContaining({ name: 'InputError' }));
    },
  );
});
