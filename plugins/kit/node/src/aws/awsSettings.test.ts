import { ConfigReader } from '@backstage/config';
import { readAwsLocator } from './awsLocator';
import { consoleLink, readAwsConsoleAccess } from './consoleLink';
import { parseTagsAnnotation } from './tagsAnnotation';

describe('readAwsLocator', () => {
  const read = (aws: object) =>
    readAwsLocator(new ConfigReader({ aws } as any));

  it('looks in every account and region that it names', () => {
    const { places, endpoint } = read({
      locator: {
        type: 'resourceTaggingApi',
        resourceTaggingApi: {
          accounts: ['111111111111', '222222222222'],
          regions: ['eu-west-1', 'cn-north-1'],
          endpoint: 'http://localhost:7102',
        },
      },
    });
    expect(places).toHaveLength(4);
    expect(places).toContainEqual({
      partition: 'aws-cn',
      accountId: '222222222222',
      region: 'cn-north-1',
    });
    expect(endpoint).toBe('http://localhost:7102');
  });

  it('looks where the accounts are configured, or in the main account', () => {
    expect(
      read({
        accounts: [{ accountId: '111111111111' }],
        accountDefaults: { region: 'us-gov-west-1' },
      }).places,
    ).toEqual([
      {
        partition: 'aws-us-gov',
        accountId: '111111111111',
        region: 'us-gov-west-1',
      },
    ]);
    expect(readAwsLocator(new ConfigReader({})).places).toEqual([
      { partition: 'aws', accountId: undefined, region: 'us-east-1' },
    ]);
  });

  it.each([
    [{ locator: { type: 'awsConfig' } }, "not 'awsConfig'"],
    [
      { locator: { resourceTaggingApi: { accounts: ['prod'] } } },
      "holds 'prod', which is no account",
    ],
    [
      { locator: { resourceTaggingApi: { regions: ['evil.example/'] } } },
      "holds 'evil.example/', which is no region",
    ],
  ])('refuses %j', (aws, problem) => {
    expect(() => read(aws)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(problem),
      }),
    );
  });
});

describe('parseTagsAnnotation', () => {
  const annotation = 'aws.amazon.com/amazon-ecr-tags';

  it('reads tags', () => {
    expect(
      parseTagsAnnotation(' service = cart , team=a=b,stage=,', annotation),
    ).toEqual({ service: 'cart', team: 'a=b', stage: '' });
  });

  it.each([
    '',
    ' , ',
    'cart',
    '=cart',
    'a=1,a=2',
    'a=1\r\nX-Evil: 1',
    `a=${'x'.repeat(10_000)}`,
    Array.from({ length: 51 }, (_, at) => `k${at}=v`).join(','),
  ])('names the annotation that is %j', value => {
    expect(() => parseTagsAnnotation(value, annotation)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`'${annotation}'`),
      }),
    );
  });
});

describe('consoleLink', () => {
  const url =
    'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/111111111111/cart?region=eu-west-1';
  const place = { accountId: '111111111111' };
  const access = (sso: object) =>
    readAwsConsoleAccess(new ConfigReader({ aws: { sso } } as any));

  it('is the page itself where people sign in to the console', () => {
    expect(consoleLink(place, url, access({}))).toBe(url);
    expect(consoleLink(place, url)).toBe(url);
  });

  it('is a shortcut where they sign in through IAM Identity Center', () => {
    const link = consoleLink(place, url, access({ subdomain: 'shopstack' }));
    expect(link).toBe(
      `https://shopstack.awsapps.com/start/#/console?account_id=111111111111&destination=${encodeURIComponent(url)}`,
    );
    const withRole = consoleLink(
      place,
      url,
      access({ subdomain: 'shopstack', roleName: 'Read Only' }),
    );
    expect(withRole).toContain('&role_name=Read%20Only&destination=');
  });

  it('refuses what would lead elsewhere', () => {
    expect(() => access({ subdomain: 'evil.example/?' })).toThrow(
      'aws.sso.subdomain',
    );
  });
});
