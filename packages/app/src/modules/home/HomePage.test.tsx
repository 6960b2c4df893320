import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { buildsApiRef } from '@shopstack/plugin-builds';
import type { Build, BuildsApi } from '@shopstack/plugin-builds-common';
import { deliveryApiRef } from '@shopstack/plugin-delivery';
import type {
  DeliveryApi,
  ServiceDelivery,
} from '@shopstack/plugin-delivery-common';
import { screen, within } from '@testing-library/react';
import { HomePage } from './HomePage';

const builds = (items: Build[]) => ({
  items,
  total: items.length,
  projects: [
    {
      key: 'cart',
      executor: 'aws-codebuild' as const,
      name: 'shopstack-cart',
      url: 'https://console.example',
      actions: [],
    },
  ],
  sources: [],
});

const failedBuild: Build = {
  id: 'shopstack-cart:1f2e',
  executor: 'aws-codebuild',
  projectKey: 'cart',
  project: 'shopstack-cart',
  number: 812,
  status: 'failed',
  branch: 'main',
  commitMessage: 'Round prices half-up',
  phases: [{ name: 'BUILD', status: 'failed', message: 'exit status 1' }],
  url: 'https://console.example',
};

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

function render(
  api: Partial<DeliveryApi>,
  owners: string[] = [],
  listBuilds: BuildsApi['listBuilds'] = async () => builds([]),
) {
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
      [buildsApiRef, { listBuilds } as BuildsApi],
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

  it('names the failed last build of a service that I own, with its phase', async () => {
    const listBuilds = jest.fn(async () => builds([failedBuild]));
    render(
      {
        listServices: async () => ({
          items: [service('cart')],
          sources: [],
          truncated: false,
        }),
      },
      ['group:default/team-checkout'],
      listBuilds,
    );
    const link = await screen.findByRole('link', {
      name: 'cart: build #812 of main failed (BUILD)',
    });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/cart/builds?build=aws-codebuild%2Fshopstack-cart%3A1f2e',
    );
    expect(screen.getByText(/Round prices half-up/)).toBeInTheDocument();
    expect(listBuilds).toHaveBeenCalledTimes(1);
  });

  it('asks for no builds of services that others own', async () => {
    const listBuilds = jest.fn(async () => builds([failedBuild]));
    render(
      {
        listServices: async () => ({
          items: [service('cart')],
          sources: [],
          truncated: false,
        }),
      },
      [],
      listBuilds,
    );
    expect(await screen.findByText('Nothing needs you')).toBeInTheDocument();
    expect(listBuilds).not.toHaveBeenCalled();
  });

  it('says that builds cannot be told rather than that nothing needs me', async () => {
    render(
      {
        listServices: async () => ({
          items: [service('cart')],
          sources: [],
          truncated: false,
        }),
      },
      ['group:default/team-checkout'],
      async () => {
        throw new Error('Request failed with 502');
      },
    );
    expect(
      await screen.findByText('The builds of one service cannot be told now'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Nothing needs you')).not.toBeInTheDocument();
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
