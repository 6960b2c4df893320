import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { deliveryApiRef } from '@shopstack/plugin-delivery';
import type {
  DeliveryApi,
  ServiceDelivery,
} from '@shopstack/plugin-delivery-common';
import { screen, within } from '@testing-library/react';
import { HomePage } from './HomePage';

const service = (
  title: string,
  part: Partial<ServiceDelivery> = {},
): ServiceDelivery => ({
  entityRef: `component:default/${title}`,
  title,
  environments: [
    {
      environment: 'prod',
      basis: 'known',
      state: 'running',
      version: { commit: '4f2a9c1'.padEnd(40, '0'), basis: 'known' },
    },
    { environment: 'dev', basis: 'known', state: 'progressing' },
  ],
  sources: [],
  ...part,
});

function render(api: Partial<DeliveryApi>, owners: string[] = []) {
  renderInTestApp(<HomePage />, {
    apis: [
      [
        deliveryApiRef,
        {
          listServices: async () => ({
            items: [],
            sources: [],
            truncated: false,
          }),
          listActivity: async () => ({ items: [], sources: [] }),
          ...api,
        } as DeliveryApi,
      ],
      mockApis.identity({
        userEntityRef: 'user:default/checkout-owner',
        ownershipEntityRefs: owners,
      }),
    ],
  });
}

describe('HomePage', () => {
  it('shows the services of my teams, environments in the order of promotion', async () => {
    const listServices = jest.fn(async () => ({
      items: [service('cart')],
      sources: [],
      truncated: false,
    }));
    render({ listServices }, ['group:default/team-checkout']);
    const table = await screen.findByRole('table', { name: 'My services' });
    expect(listServices).toHaveBeenCalledWith(
      { ownedBy: ['group:default/team-checkout'] },
      expect.anything(),
    );
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(cell => cell.textContent),
    ).toEqual(['Service', 'dev', 'prod']);
    expect(within(table).getByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/catalog/default/component/cart',
    );
    expect(within(table).getByText('4f2a9c1')).toBeInTheDocument();
  });

  it('shows everybody\u2019s to who owns none, and says why', async () => {
    render({
      listServices: async filter => ({
        items: filter?.ownedBy ? [] : [service('cart')],
        sources: [],
        truncated: false,
      }),
    });
    expect(
      await screen.findByRole('table', { name: 'All services' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/You belong to no team that owns a service/),
    ).toBeInTheDocument();
  });

  it('leads to the wizard', async () => {
    render({});
    const [link] = await screen.findAllByRole('link', {
      name: 'Create a service',
    });
    expect(link).toHaveAttribute(
      'href',
      '/create/templates/default/create-service',
    );
  });

  it('says what needs a person', async () => {
    render({
      listServices: async () => ({
        items: [
          service('payment', {
            environments: [
              {
                environment: 'prod',
                basis: 'known',
                state: 'degraded',
                reason: 'exceeded its progress deadline',
              },
            ],
          }),
        ],
        sources: [],
        truncated: false,
      }),
    });
    expect(
      await screen.findByText('payment prod is degraded'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('exceeded its progress deadline'),
    ).toBeInTheDocument();
  });

  it('names the source that is down once for the whole page', async () => {
    render({
      listServices: async () => ({
        items: [service('cart')],
        sources: [
          { source: 'argo-cd', instance: 'shopstack', state: 'unavailable' },
        ],
        truncated: false,
      }),
    });
    expect(
      await screen.findAllByText('Argo CD (shopstack) is unavailable'),
    ).toHaveLength(1);
  });

  it('says once that the services could not be read', async () => {
    render({
      listServices: async () => {
        throw new Error('Request failed with 500');
      },
    });
    expect(
      await screen.findByText('The services could not be read'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Needs you now')).not.toBeInTheDocument();
  });
});
