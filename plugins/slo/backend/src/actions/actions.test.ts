import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotAllowedError } from '@backstage/errors';
import type { RoutedService } from '../router';
import { registerActions } from '.';

const credentials = mockCredentials.user('user:default/viewer');
const slo = { instance: 'main', id: 'cart-availability', state: 'burning' };
const ok = { source: 'prometheus', instance: 'main', state: 'ok' as const };

describe('actions for assistants', () => {
  const setUp = (service: Partial<RoutedService>) => {
    const registry = actionsRegistryServiceMock();
    registerActions(registry, service as RoutedService);
    return registry;
  };

  it('only read', () => {
    const registry = setUp({});
    expect([...registry.actions.keys()].sort()).toEqual([
      'test:get-slo',
      'test:list-service-slos',
      'test:list-slos',
    ]);
    for (const { attributes } of registry.actions.values()) {
      expect(attributes).toMatchObject({ readOnly: true, destructive: false });
    }
  });

  it('list those of a service, with the rights of whom they act for', async () => {
    const answer = { items: [slo], sources: [ok], problems: [] };
    const listSlos = jest.fn(async () => answer as never);
    const { output } = await setUp({ listSlos }).invoke({
      id: 'test:list-service-slos',
      input: { entityRef: 'cart' },
      credentials,
    });
    expect(output).toEqual(answer);
    expect(listSlos).toHaveBeenCalledWith(
      { kind: 'component', namespace: 'default', name: 'cart' },
      { credentials },
    );
  });

  it('list the worst of all, and refuse what the policy refuses', async () => {
    const items = Array.from({ length: 150 }, () => slo);
    const answer = { items, sources: [ok], totals: { burning: 150 } };
    const listAllSlos = jest.fn(async () => answer as never);
    const { output } = await setUp({ listAllSlos }).invoke({
      id: 'test:list-slos',
      input: { state: ['burning'] },
      credentials,
    });
    expect(output).toEqual({ ...answer, items: items.slice(0, 100) });
    expect(listAllSlos).toHaveBeenCalledWith(
      { state: ['burning'] },
      { credentials },
    );
    const denied = setUp({
      listAllSlos: () => Promise.reject(new NotAllowedError('no')),
    });
    await expect(
      denied.invoke({ id: 'test:list-slos', input: {}, credentials }),
    ).rejects.toThrow('no');
  });

  it('get one, and say why there is none', async () => {
    const get = (answer: object) =>
      setUp({ getSlo: async () => answer as never }).invoke({
        id: 'test:get-slo',
        input: { entityRef: 'cart', instance: 'main', id: slo.id },
        credentials,
      });
    const { output } = await get({ items: [slo], sources: [ok] });
    expect(output).toEqual({ slo, sources: [ok] });
    const dead = { ...ok, state: 'unavailable', reason: 'It is down' };
    await expect(get({ items: [], sources: [dead] })).rejects.toThrow(
      'It is down',
    );
  });
});
