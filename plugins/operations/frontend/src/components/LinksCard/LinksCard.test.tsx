import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type {
  OperationsApi,
  ServiceLinks,
} from '@shopstack/plugin-operations-common';
import { screen, within } from '@testing-library/react';
import { operationsApiRef } from '../../apis';
import { LinksCard } from './LinksCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
};
const link = (kind: 'dashboard' | 'logs', title: string) => ({
  kind,
  title,
  url: `https://grafana.example/${title}`,
});
const links: ServiceLinks = {
  configured: true,
  onCall: [
    { provider: 'other', url: 'https://oncall.example/checkout' },
    { provider: 'pagerduty', text: 'PABC123', url: 'https://pd.example/x' },
  ],
  items: [
    {
      environment: 'dev',
      basis: 'inferred',
      links: [link('dashboard', 'Signals')],
    },
    {
      environment: 'prod',
      basis: 'known',
      links: [link('dashboard', 'Signals'), link('logs', 'Logs')],
    },
  ],
  sources: [],
};

function render(listLinks: OperationsApi['listLinks']) {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <LinksCard />
    </EntityProvider>,
    { apis: [[operationsApiRef, { listLinks } as OperationsApi]] },
  );
}

describe('LinksCard', () => {
  it('shows whom to call, and the links of each environment', async () => {
    const listLinks = jest.fn(async () => links);
    render(listLinks);
    const card = await screen.findByRole('region', { name: 'Where to look' });
    const rows = await within(
      await within(card).findByRole('list', { name: 'Links by environment' }),
    ).findAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(listLinks).toHaveBeenCalledWith(
      'component:default/cart',
      expect.anything(),
    );
    expect(within(rows[0]).getByText('expected')).toBeInTheDocument();
    expect(within(rows[1]).queryByText('expected')).not.toBeInTheDocument();
    const logs = within(rows[1]).getByRole('link', {
      name: 'Logs of prod (opens a new tab)',
    });
    expect(logs).toHaveAttribute('href', 'https://grafana.example/Logs');
    expect(logs).toHaveAttribute('rel', 'noopener noreferrer');
    const onCall = within(card).getByRole('list', { name: 'On call' });
    expect(
      within(onCall).getByRole('link', { name: /PagerDuty/ }),
    ).toHaveAttribute('href', 'https://pd.example/x');
    expect(onCall).toHaveTextContent('PABC123');
  });

  it('says what to add where nobody is on call', async () => {
    render(async () => ({ ...links, onCall: [] }));
    expect(await screen.findByText(/Nobody is named/)).toBeInTheDocument();
    expect(screen.getByText('shopstack.dev/on-call')).toBeInTheDocument();
  });

  it('shows words where there is no address, and only that there is a key', async () => {
    render(async () => ({
      ...links,
      onCall: [
        { provider: 'other', text: 'Team checkout' },
        { provider: 'pagerduty' },
      ],
    }));
    const onCall = await screen.findByRole('list', { name: 'On call' });
    expect(onCall).toHaveTextContent('Team checkout');
    expect(onCall).toHaveTextContent('by its integration key');
    expect(within(onCall).queryByRole('link')).not.toBeInTheDocument();
  });

  it('says where links come from when there are none', async () => {
    render(async () => ({
      configured: false,
      items: [],
      onCall: [],
      sources: [],
    }));
    expect(
      await screen.findByText('No links for this service'),
    ).toBeInTheDocument();
    expect(screen.getByText(/shopstack.dev\/on-call/)).toBeInTheDocument();
  });

  it('names a source that could not be read, beside the links', async () => {
    render(async () => ({
      ...links,
      sources: [
        {
          source: 'kubernetes',
          instance: 'eu-1',
          state: 'unavailable',
          reason: 'Kubernetes cannot be reached',
        },
      ],
    }));
    expect(await screen.findByText(/eu-1/)).toBeInTheDocument();
    expect(screen.getAllByRole('link').length).toBeGreaterThan(2);
  });

  it('says so when our own backend fails', async () => {
    render(async () => {
      throw new Error('Request failed with 500');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Links and on-call could not be read',
    );
  });
});
