import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type {
  DeliveryApi,
  DeliveryStrip as Strip,
} from '@shopstack/plugin-delivery-common';
import { screen, within } from '@testing-library/react';
import { deliveryApiRef } from '../../apis';
import { DeliveryStrip } from './DeliveryStrip';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default', title: 'Orders' },
};

const COMMIT = '4f2a9c1'.padEnd(40, '0');

const strip: Strip = {
  environments: [
    {
      environment: 'dev',
      basis: 'inferred',
      state: 'running',
      version: {
        commit: COMMIT,
        commitUrl: 'https://forge.example/commit/4f2a9c1',
        message: 'Round prices half-up',
        basis: 'known',
      },
      deployedAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      sync: 'Synced',
      health: 'Healthy',
      pods: { ready: 1, desired: 2, restarts: 3 },
      applicationUrl: 'https://argocd.example/applications/orders-dev',
    },
    { environment: 'prod', basis: 'known', state: 'not-promoted' },
  ],
  sources: [{ source: 'argo-cd', state: 'ok', asOf: new Date().toISOString() }],
};

function render(getStrip: DeliveryApi['getStrip']) {
  const api = { getStrip } as DeliveryApi;
  renderInTestApp(
    <EntityProvider entity={entity}>
      <DeliveryStrip />
    </EntityProvider>,
    { apis: [[deliveryApiRef, api]] },
  );
}

describe('DeliveryStrip', () => {
  it('shows version, age, sync, health and pods of an environment', async () => {
    const getStrip = jest.fn(async () => strip);
    render(getStrip);
    const dev = await screen.findByRole('listitem', {
      name: 'dev environment',
    });
    expect(getStrip).toHaveBeenCalledWith(
      'component:default/orders',
      expect.anything(),
    );
    expect(within(dev).getByRole('link', { name: '4f2a9c1' })).toHaveAttribute(
      'href',
      'https://forge.example/commit/4f2a9c1',
    );
    expect(within(dev).getByText('3 h ago')).toBeInTheDocument();
    expect(within(dev).getByText('Synced')).toBeInTheDocument();
    expect(within(dev).getByText('Healthy')).toBeInTheDocument();
    expect(within(dev).getByText(/1\/2 pods, 3 restarts/)).toBeInTheDocument();
    expect(within(dev).getByText('inferred')).toBeInTheDocument();
    expect(
      within(dev).getByRole('link', { name: 'Open dev in Argo CD' }),
    ).toHaveAttribute('href', 'https://argocd.example/applications/orders-dev');
  });

  it('shows what limits the pods, and the last warning where something is wrong', async () => {
    const ill: Strip['environments'][number] = {
      environment: 'dev',
      basis: 'known',
      state: 'progressing',
      pods: { ready: 1, desired: 2, restarts: 0 },
      autoscaler: { min: 2, max: 5, limited: true, message: 'no metrics' },
      warning: {
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        lastAt: new Date(Date.now() - 120_000).toISOString(),
      },
    };
    render(async () => ({
      ...strip,
      environments: [ill, { ...ill, environment: 'prod', state: 'running' }],
    }));
    const dev = await screen.findByRole('listitem', {
      name: 'dev environment',
    });
    expect(within(dev).getByTitle('Scaled between 2 and 5 pods')).toBeVisible();
    expect(within(dev).getByText('Autoscaler limited')).toBeVisible();
    expect(within(dev).getByText(/BackOff/)).toHaveTextContent(
      'BackOff 2 min ago: Back-off restarting failed container',
    );
    const prod = screen.getByRole('listitem', { name: 'prod environment' });
    expect(within(prod).queryByText(/BackOff/)).not.toBeInTheDocument();
  });

  it('reads not promoted yet where no release has come, never Degraded', async () => {
    render(async () => ({
      ...strip,
      environments: [
        {
          environment: 'prod',
          basis: 'known',
          state: 'not-promoted',
          health: 'Degraded',
        },
      ],
    }));
    const prod = await screen.findByRole('listitem', {
      name: 'prod environment',
    });
    expect(within(prod).getByText('Not promoted yet')).toBeInTheDocument();
    expect(within(prod).queryByText('Degraded')).not.toBeInTheDocument();
  });

  it('reads unknown when a source is down, and says which', async () => {
    render(async () => ({
      environments: [{ environment: 'prod', basis: 'known', state: 'unknown' }],
      sources: [
        {
          source: 'argo-cd',
          instance: 'shopstack',
          state: 'unavailable',
          since: new Date(Date.now() - 300_000).toISOString(),
        },
      ],
    }));
    expect(await screen.findByText('Unknown')).toBeInTheDocument();
    expect(
      screen.getByText(/Argo CD \(shopstack\) is unavailable since/),
    ).toBeInTheDocument();
  });

  it('keeps its place while loading', async () => {
    render(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading where it runs' }),
    ).toBeInTheDocument();
  });

  it('says so when our own backend fails', async () => {
    render(async () => {
      throw new Error('Request failed with 500');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Where this service runs could not be read',
    );
  });

  it('says what would make environments appear when there are none', async () => {
    render(async () => ({ environments: [], sources: [] }));
    expect(
      await screen.findByText('No environment of this service is known'),
    ).toBeInTheDocument();
  });
});
