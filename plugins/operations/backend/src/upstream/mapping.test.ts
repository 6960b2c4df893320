import { toSecret } from './mapping';

const place = {
  partition: 'aws',
  accountId: '123456789012',
  region: 'eu-west-1',
};
const entry = (Name: string, tags: Record<string, string> = {}) => ({
  Name,
  ARN: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${Name}-AbCdEf`,
  Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});
const byName = {
  names: [
    { prefix: 'shop/dev/cart', environment: 'dev' },
    { prefix: 'all-cart-' },
  ],
};

describe('toSecret', () => {
  it('tells what may be known', () => {
    expect(
      toSecret(
        {
          ...entry('shop/dev/cart'),
          Description: 'Redis',
          CreatedDate: new Date('2026-01-01T00:00:00Z'),
          LastChangedDate: new Date('2026-02-01T00:00:00Z'),
          LastRotatedDate: new Date('2026-03-01T00:00:00Z'),
          NextRotationDate: new Date('2026-04-01T00:00:00Z'),
          RotationEnabled: true,
          RotationRules: { AutomaticallyAfterDays: 30 },
          KmsKeyId: 'not ours to tell',
        },
        place,
        byName,
      ),
    ).toEqual({
      name: 'shop/dev/cart',
      arn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/dev/cart-AbCdEf',
      accountId: '123456789012',
      region: 'eu-west-1',
      description: 'Redis',
      environment: 'dev',
      createdAt: '2026-01-01T00:00:00.000Z',
      lastChangedAt: '2026-02-01T00:00:00.000Z',
      lastRotatedAt: '2026-03-01T00:00:00.000Z',
      nextRotationAt: '2026-04-01T00:00:00.000Z',
      rotationEnabled: true,
      rotateEveryDays: 30,
    });
  });

  it.each([
    ['shop/dev/cart', true],
    ['shop/dev/cart/redis', true],
    ['shop/dev/cart-admin', false],
    ['shop/dev/cartography', false],
    ['all-cart-key', true],
    ['other', false],
  ])('takes %s for one of the service: %s', (name, expected) => {
    expect(Boolean(toSecret(entry(name), place, byName))).toBe(expected);
  });

  it('wants all tags as they are, for filters only match beginnings', () => {
    const question = { names: [], tags: { service: 'cart', tier: '1' } };
    const fits = (tags: Record<string, string>) =>
      Boolean(toSecret(entry('x', tags), place, question));
    expect(fits({ service: 'cart', tier: '1', more: 'x' })).toBe(true);
    expect(fits({ service: 'cart-admin', tier: '1' })).toBe(false);
    expect(fits({ service: 'cart' })).toBe(false);
    expect(fits({ owner: 'cart', service: '1' })).toBe(false);
  });

  it('reads the environment from a tag where no name tells it', () => {
    const question = { names: [], tags: { service: 'cart' } };
    expect(
      toSecret(
        entry('x', { service: 'cart', environment: 'prod' }),
        place,
        question,
      )?.environment,
    ).toBe('prod');
  });

  it('does without what is missing or odd', () => {
    expect(toSecret({}, place, byName)).toBeUndefined();
    expect(
      toSecret(
        { ...entry('shop/dev/cart'), CreatedDate: new Date(NaN) },
        place,
        byName,
      ),
    ).toMatchObject({ createdAt: undefined, rotationEnabled: false });
  });
});
