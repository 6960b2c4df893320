import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { application } from '../__testUtils__/application';
import { argocdApi } from '../__testUtils__/argocdApi';
import { ArgocdCardsApi } from './ArgocdCardsApi';

const SELECTOR = 'shopstack.dev/service=orders';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { 'argocd/app-selector': SELECTOR },
  },
};

function setUp(applications: ArgocdApplication[], entities = [orders]) {
  const listApplications = jest.fn(async (_entityRef: unknown) => ({
    items: applications,
    sources: [],
  }));
  const api = new ArgocdCardsApi({
    argocdApi: argocdApi({ listApplications }),
    catalogApi: catalogApiMock({ entities }),
  });
  return { api, listApplications };
}

describe('ArgocdCardsApi', () => {
  it('finds the entity by the annotation that the card names', async () => {
    const { api, listApplications } = setUp([application()]);
    const { items } = await api.listApps({ appSelector: SELECTOR });
    expect(items).toHaveLength(1);
    expect(listApplications).toHaveBeenCalledWith('component:default/orders');
  });

  it('answers nothing for a selector that no readable entity carries', async () => {
    const { api, listApplications } = setUp([application()]);
    const { items } = await api.listApps({ appSelector: 'app=somebody-else' });
    expect(items).toEqual([]);
    expect(listApplications).not.toHaveBeenCalled();
  });

  it('asks once for two cards of one page', async () => {
    const { api, listApplications } = setUp([application()]);
    await Promise.all([
      api.serviceLocatorUrl({ appSelector: SELECTOR }),
      api.serviceLocatorUrl({ appSelector: SELECTOR }),
      api.getAppListDetails({ appSelector: SELECTOR, instance: 'shopstack' }),
    ]);
    expect(listApplications).toHaveBeenCalledTimes(1);
  });

  it('keeps the applications of each instance apart', async () => {
    const { api } = setUp([
      application({ instance: 'blue' }),
      application({ instance: 'green', name: 'orders-prod' }),
    ]);
    expect(
      await api.serviceLocatorUrl({ appSelector: SELECTOR }),
    ).toMatchObject([{ name: 'blue' }, { name: 'green' }]);
    const { items } = await api.getAppListDetails({
      appSelector: SELECTOR,
      instance: 'green',
    });
    expect(items?.map(item => item.metadata.name)).toEqual(['orders-prod']);
  });

  it('counts an application once when two entities select it', async () => {
    const { api } = setUp(
      [application()],
      [orders, { ...orders, metadata: { ...orders.metadata, name: 'worker' } }],
    );
    const { items } = await api.listApps({ appSelector: SELECTOR });
    expect(items).toHaveLength(1);
  });

  it('tells author and message of a revision, and n/a for an unknown one', async () => {
    const { api } = setUp([application()]);
    await api.listApps({ appSelector: SELECTOR });
    expect(
      await api.getRevisionDetails({
        app: 'orders-dev',
        revisionID: '5d17aa0',
        instanceName: 'shopstack',
      }),
    ).toEqual({
      author: 'ci',
      date: '2026-05-04T10:06:00.000Z',
      message: 'chore: bump orders image',
    });
    expect(
      await api.getRevisionDetails({ app: 'orders-dev', revisionID: 'other' }),
    ).toEqual({ author: 'n/a', date: 'n/a', message: 'n/a' });
  });

  it('asks again after a failure', async () => {
    const { api, listApplications } = setUp([application()]);
    listApplications.mockRejectedValueOnce(new Error('503'));
    await expect(api.listApps({ appSelector: SELECTOR })).rejects.toThrow(
      '503',
    );
    const { items } = await api.listApps({ appSelector: SELECTOR });
    expect(items).toHaveLength(1);
  });
});
