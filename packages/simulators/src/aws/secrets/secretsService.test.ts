import { listen, type Listener } from '../../http/listen';
import { createTestWorld } from '../../world/createTestWorld';
import { arnOf } from '../account';
import { createAwsSimulator } from '../createAwsSimulator';
import { callAws } from '../testing/callAws';
import type { Secret } from '../types';

const CREATED = '2026-01-01T00:00:00.000Z';
const ROTATED = '2026-06-01T00:00:00.000Z';

describe('ListSecrets', () => {
  const world = createTestWorld();
  let listener: Listener;

  const put = (name: string, changes: Partial<Secret> = {}) =>
    world.store.put('secret', name, {
      name,
      arn: arnOf('secretsmanager', `secret:${name}`),
      description: '',
      createdAt: CREATED,
      lastChangedAt: CREATED,
      tags: {},
      ...changes,
    } satisfies Secret);

  beforeAll(async () => {
    listener = await listen(createAwsSimulator({ world }).app, 0);
    put('shop/dev/cart', {
      tags: { service: 'cart', Environment: 'dev' },
      description: 'Redis of the cart',
    });
    put('shop/prod/cart', {
      tags: { service: 'cart' },
      rotation: { everyDays: 30, lastAt: ROTATED },
    });
    put('shop/prod/cart-admin', { tags: { service: 'cart-admin' } });
  });
  afterAll(async () => {
    await listener.close();
    await world.close();
  });

  const call = (input: object) =>
    callAws(listener.url, {
      service: 'secretsmanager',
      target: 'secretsmanager.ListSecrets',
      input,
    });
  const names = async (...Filters: object[]) =>
    (await call({ Filters })).SecretList.map(
      ({ Name }: { Name: string }) => Name,
    );

  it('matches beginnings, and names by case', async () => {
    expect(await names({ Key: 'name', Values: ['shop/prod/cart'] })).toEqual([
      'shop/prod/cart',
      'shop/prod/cart-admin',
    ]);
    expect(await names({ Key: 'name', Values: ['Shop'] })).toEqual([]);
    expect(await names({ Key: 'description', Values: ['redis'] })).toEqual([
      'shop/dev/cart',
    ]);
  });

  it('takes one of the values and all of the filters', async () => {
    expect(
      await names(
        { Key: 'tag-key', Values: ['service'] },
        { Key: 'tag-value', Values: ['cart-', 'dev'] },
      ),
    ).toEqual(['shop/dev/cart', 'shop/prod/cart-admin']);
    expect(await names({ Key: 'tag-key', Values: ['environment'] })).toEqual(
      [],
    );
  });

  it('negates, and searches all attributes by words', async () => {
    expect(await names({ Key: 'name', Values: ['!shop/prod'] })).toEqual([
      'shop/dev/cart',
    ]);
    expect(await names({ Key: 'all', Values: ['CART redis'] })).toEqual([
      'shop/dev/cart',
    ]);
  });

  it('says when a secret was rotated, where it is', async () => {
    const { SecretList } = await call({});
    expect(SecretList[0]).toMatchObject({ RotationEnabled: false });
    expect(SecretList[0]).not.toHaveProperty('LastRotatedDate');
    expect(SecretList[1]).toMatchObject({
      RotationEnabled: true,
      RotationRules: { AutomaticallyAfterDays: 30 },
      LastRotatedDate: Date.parse(ROTATED) / 1000,
    });
  });

  it('refuses filters that AWS does not know', async () => {
    for (const filter of [
      { Key: 'colour', Values: ['x'] },
      { Key: 'name', Values: ['x?'] },
      { Key: 'name', Values: [] },
    ]) {
      expect(await call({ Filters: [filter] })).toMatchObject({
        __type: 'InvalidParameterException',
      });
    }
  });
});
