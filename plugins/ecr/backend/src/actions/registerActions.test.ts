import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotAllowedError } from '@backstage/errors';
import { arnOf, digestOf } from '../__testUtils__/EcrStub';
import type { EcrService } from '../service/EcrService';
import { registerActions } from './registerActions';

describe('registerActions', () => {
  const credentials = mockCredentials.user();
  const create = (service: Partial<EcrService>) => {
    const registry = actionsRegistryServiceMock();
    registerActions(registry, service as EcrService);
    return registry;
  };

  it('asks the same service, with the credentials of the caller', async () => {
    const page = { items: [], total: 0, sources: [] };
    const listImages = jest.fn().mockResolvedValue(page);
    const listFindings = jest.fn().mockResolvedValue(page);
    const listServiceScans = jest.fn().mockResolvedValue(page);
    const registry = create({ listImages, listFindings, listServiceScans });
    const entityRef = 'component:default/cart';
    const ref = { kind: 'component', namespace: 'default', name: 'cart' };
    const image = { repositoryArn: arnOf('cart'), digest: digestOf(1) };

    const { output } = await registry.invoke({
      id: 'test:list-images',
      input: { entityRef, running: true },
      credentials,
    });
    expect(output).toEqual({ page });
    expect(listImages).toHaveBeenCalledWith(
      ref,
      { running: true, offset: 0, limit: 20 },
      { credentials },
    );
    await registry.invoke({
      id: 'test:list-image-findings',
      input: { entityRef, ...image },
      credentials,
    });
    expect(listFindings).toHaveBeenCalledWith(ref, image, { credentials });
    await registry.invoke({
      id: 'test:list-service-scans',
      input: { ownedBy: ['group:default/team-checkout'] },
      credentials,
    });
    expect(listServiceScans).toHaveBeenCalledWith(
      { ownedBy: ['group:default/team-checkout'], offset: 0, limit: 20 },
      { credentials },
    );
  });

  it('are read only', async () => {
    const { actions } = await create({}).list();
    expect(actions).toHaveLength(3);
    for (const { attributes } of actions) {
      expect(attributes).toMatchObject({ readOnly: true, destructive: false });
    }
  });

  it('refuse whom the service refuses, and what is malformed', async () => {
    const registry = create({
      listImages: async () => {
        throw new NotAllowedError('You may not');
      },
    });
    const invoke = (id: string, input: object) =>
      registry.invoke({ id: `test:${id}`, input: input as never, credentials });
    await expect(
      invoke('list-images', { entityRef: 'component:default/cart' }),
    ).rejects.toThrow('You may not');
    await expect(
      invoke('list-image-findings', {
        entityRef: 'component:default/cart',
        repositoryArn: arnOf('cart'),
        digest: 'latest',
      }),
    ).rejects.toThrow('digest');
  });
});
