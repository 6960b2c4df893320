import { createExtensionTester } from '@backstage/frontend-test-utils';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { deliveryApi, deliveryApiRef } from './apis';
import { deliveryPlugin } from './plugin';

describe('the delivery plugin', () => {
  it('bears the id of its backend', () => {
    expect(deliveryPlugin.pluginId).toBe('delivery');
  });

  it('asks the delivery backend as the person who is signed in', async () => {
    const factory = createExtensionTester(deliveryApi).get(
      ApiBlueprint.dataRefs.factory,
    );
    expect(factory.api.id).toBe(deliveryApiRef.id);
    const fetch = jest.fn(
      async () =>
        new Response(JSON.stringify({ environments: [], sources: [] })),
    );
    const api = factory.factory({
      discoveryApi: { getBaseUrl: async (id: string) => `http://portal/${id}` },
      fetchApi: { fetch },
    }) as { getStrip(ref: string): Promise<unknown> };
    await api.getStrip('component:default/a b');
    expect(fetch.mock.calls[0]).toEqual([
      'http://portal/delivery/v1/entities/component/default/a%20b/strip',
      expect.anything(),
    ]);
  });
});
