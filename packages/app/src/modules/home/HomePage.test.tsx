import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { buildsApiRef } from '@shopstack/plugin-builds';
import type { Build, BuildsApi } from '@shopstack/plugin-builds-common';
import { sloApiRef } from '@shopstack/plugin-slo';
import type { SloApi, SloList, SloSummary } from '@shopstack/plugin-slo-common';
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

const slo = (part: Partial<SloSummary> = {}): SloSummary => ({
  instance: 'shopstack',
  id: 'cart-availability',
  service: 'cart',
  name: 'availability',
  title: 'availability',
  category: 'technical',
  environment: 'prod',
  labels: {},
  entityRef: 'component:default/cart',
  entityTitle: 'cart',
  state: 'burning',
  stateReason: 'The budget is being spent too fast; 40 % of it is left.',
  objective: 99.9,
  window: { kind: 'rolling', seconds: 2_592_000, text: '30d' },
  budgeting: 'occurrences',
  mode: 'guarded',
  sli: 0.9994,
  budget: { remaining: 0.4 },
  burn: 14.2,
  alerts: [],
  ...part,
});

const slos = (
  items: SloSummary[],
  sources: SloList['sources'] = [],
): SloList => ({
  items,
  sources,
  totals: {} as SloList['totals'],
});

function render(
  api: Partial<DeliveryApi>,
  owners: string[] = [],
  listBuilds: BuildsApi['listBuilds'] = async () => builds([]),
  listAllSlos: SloApi['listAllSlos'] = async () => slos([]),
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
      [sloApiRef, { listAllSlos } as SloApi],
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

  describe('error budgets', () => {
    const MINE = ['group:default/team-checkout'];
    const cart: Partial<DeliveryApi> = {
      listServices: async () => ({
        items: [service('cart')],
        sources: [],
        truncated: false,
      }),
    };

    it('says which of mine burns, here and in its own panel, and what is left of it', async () => {
      render(cart, MINE, undefined, async () => slos([slo()]));
      const line = await screen.findByRole('link', {
        name: 'cart prod: budget burning 14×',
      });
      const href =
        '/catalog/default/component/cart/slos?slo=shopstack%2Fcart-availability';
      expect(line).toHaveAttribute('href', href);
      const panel = screen.getByRole('region', { name: 'Burning now' });
      expect(
        within(panel).getByRole('link', { name: 'cart: availability' }),
      ).toHaveAttribute('href', href);
      expect(within(panel).getByText('40 % left')).toBeInTheDocument();
      const table = screen.getByRole('table', { name: 'My services' });
      expect(
        within(table).getByRole('columnheader', { name: 'Budget' }),
      ).toBeInTheDocument();
      expect(within(table).getByText('40 %')).toBeInTheDocument();
    });

    it('says by how much an exhausted budget is overspent', async () => {
      const exhausted = slo({
        state: 'exhausted',
        budget: { remaining: -0.14 },
        burn: 0.4,
      });
      render(cart, MINE, undefined, async () => slos([exhausted]));
      expect(
        await screen.findByText('cart prod: budget overspent by 14 %'),
      ).toBeInTheDocument();
    });

    it('counts the objectives that it looked at when none burns', async () => {
      const healthy = slo({ state: 'healthy', burn: 0.2 });
      render(cart, MINE, undefined, async () =>
        slos([healthy, slo({ state: 'no-data', budget: {} })]),
      );
      expect(
        await screen.findByText('No error budget burns'),
      ).toBeInTheDocument();
      expect(
        screen.getByText(
          'None of the 2 objectives of your teams burns or is exhausted. 1 of them cannot be judged.',
        ),
      ).toBeInTheDocument();
    });

    it('does not need me for what burns elsewhere', async () => {
      const listAllSlos = jest.fn(
        async (filter?: { ownedBy?: string[]; state?: string[] }) =>
          slos(filter?.ownedBy ? [] : [slo()]),
      );
      render(cart, MINE, undefined, listAllSlos);
      const panel = await screen.findByRole('region', { name: 'Burning now' });
      expect(
        await within(panel).findByText('cart: availability'),
      ).toBeInTheDocument();
      expect(screen.queryByText(/budget burning/)).not.toBeInTheDocument();
      expect(listAllSlos.mock.calls.map(([filter]) => filter)).toEqual([
        { ownedBy: MINE },
        { state: ['burning', 'exhausted'] },
      ]);
      // Of those that hold nothing was asked, so nothing is said of them.
      expect(
        screen.queryByRole('columnheader', { name: 'Budget' }),
      ).not.toBeInTheDocument();
    });

    it('shows what burnt when Prometheus last answered, with its age', async () => {
      const asOf = new Date(Date.now() - 600_000).toISOString();
      render(cart, MINE, undefined, async () =>
        slos(
          [slo()],
          [{ source: 'prometheus', instance: 'main', state: 'stale', asOf }],
        ),
      );
      expect(
        await screen.findByText(/is left\. Last good answer:/),
      ).toHaveTextContent('10 min ago');
      expect(
        screen.getByText('Prometheus (main) does not answer'),
      ).toBeInTheDocument();
    });

    it.each([
      [
        'Prometheus',
        async () => slos([], [{ source: 'prometheus', state: 'unavailable' }]),
      ],
      [
        'our own backend',
        async () => {
          throw new Error('Request failed with 502');
        },
      ],
    ] as [string, SloApi['listAllSlos']][])(
      'says that budgets cannot be told when %s does not answer',
      async (_name, listAllSlos) => {
        render(cart, MINE, undefined, listAllSlos);
        expect(
          await screen.findByText(
            'The error budgets of your services cannot be told now',
          ),
        ).toBeInTheDocument();
        expect(screen.queryByText('Nothing needs you')).not.toBeInTheDocument();
        expect(
          screen.queryByText('No error budget burns'),
        ).not.toBeInTheDocument();
      },
    );
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
