import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { operationsApi } from './apis';
import { linksEntityCard, secretsEntityCard } from './entityCards';
import { operationsPlugin } from './plugin';

describe('the operations plugin', () => {
  it('bears the id of its backend', () => {
    expect(operationsPlugin.pluginId).toBe('operations');
  });

  it('asks the operations backend', async () => {
    const { factory } = createExtensionTester(operationsApi).get(
      ApiBlueprint.dataRefs.factory,
    );
    const fetch = jest.fn(async () => new Response('{"items":[]}'));
    const api = factory({
      discoveryApi: { getBaseUrl: async (id: string) => `http://portal/${id}` },
      fetchApi: { fetch },
    }) as { listSecrets(ref: string): Promise<unknown> };
    await api.listSecrets('component:default/cart');
    expect(fetch.mock.calls[0]).toEqual([
      'http://portal/operations/v1/entities/component/default/cart/secrets',
      expect.anything(),
    ]);
  });

  it('offers its cards to services alone', () => {
    const { filterFunction } = EntityCardBlueprint.dataRefs;
    const filters = [
      createExtensionTester(linksEntityCard).get(filterFunction),
      createExtensionTester(secretsEntityCard).get(filterFunction),
    ];
    const of = (annotations: Record<string, string>) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart', annotations },
    });
    const service = of({ 'shopstack.dev/service': 'cart' });
    expect(filters.map(filter => filter?.(service))).toEqual([true, true]);
    expect(filters.map(filter => filter?.(of({})))).toEqual([false, false]);
  });
});
