import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotAllowedError } from '@backstage/errors';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { RoutedService } from '../router';
import { registerActions } from '.';

const credentials = mockCredentials.user('user:default/viewer');
const application = {
  instance: 'main',
  name: 'cart-dev',
  history: [{ id: 2 }, { id: 1 }],
  outOfSync: [{ kind: 'Deployment' }],
} as ArgocdApplication;
const ok = { source: 'argo-cd', instance: 'main', state: 'ok' as const };

describe('actions for assistants', () => {
  const setUp = (service: Partial<RoutedService>) => {
    const registry = actionsRegistryServiceMock();
    registerActions(registry, service as RoutedService);
    return registry;
  };
  const listing = (sources = [ok] as object[], items = [application]) => ({
    listApplications: jest.fn(async () => ({ items, sources }) as never),
  });

  it('only read', () => {
    const registry = setUp({});
    expect([...registry.actions.keys()].sort()).toEqual([
      'test:find-applications',
      'test:get-application',
      'test:list-applications',
    ]);
    for (const { attributes } of registry.actions.values()) {
      expect(attributes).toMatchObject({ readOnly: true, destructive: false });
    }
  });

  it('find in short, with the rights of whom they act for', async () => {
    const service = listing();
    const { output } = await setUp(service).invoke({
      id: 'test:find-applications',
      input: { entityRef: 'cart' },
      credentials,
    });
    expect(output).toEqual({
      items: [
        {
          instance: 'main',
          name: 'cart-dev',
          latestDeployment: { id: 2 },
          resourcesOutOfSync: 1,
        },
      ],
      sources: [ok],
    });
    expect(service.listApplications).toHaveBeenCalledWith(
      { kind: 'component', namespace: 'default', name: 'cart' },
      { credentials },
    );
  });

  it('get one whole, and tell a missing one from one that cannot be read', async () => {
    const get = (service: Partial<RoutedService>, name: string) =>
      setUp(service).invoke({
        id: 'test:get-application',
        input: { entityRef: 'component:default/cart', name },
        credentials,
      });
    const { output } = await get(listing(), 'cart-dev');
    expect(output).toEqual({ application, sources: [ok] });
    await expect(get(listing(), 'cart-prod')).rejects.toThrow(
      "has no application 'cart-prod'",
    );
    const dead = { ...ok, state: 'unavailable', reason: 'It is down' };
    await expect(get(listing([dead], []), 'cart-dev')).rejects.toThrow(
      'It is down',
    );
  });

  it('list the fleet, and refuse what the policy refuses', async () => {
    const listFleet = jest.fn(async () => ({ items: [], sources: [ok] }));
    const { output } = await setUp({ listFleet }).invoke({
      id: 'test:list-applications',
      input: { sync: ['OutOfSync'] },
      credentials,
    });
    expect(output).toEqual({ items: [], sources: [ok] });
    expect(listFleet).toHaveBeenCalledWith(
      { sync: ['OutOfSync'] },
      { credentials },
    );
    const denied = setUp({
      listFleet: () => Promise.reject(new NotAllowedError('no')),
    });
    await expect(
      denied.invoke({ id: 'test:list-applications', input: {}, credentials }),
    ).rejects.toThrow('no');
  });
});
