import type {
  ArgocdApi,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { application } from '../../__testUtils__/application';
import { renderTab } from '../../__testUtils__/renderTab';

const render = (listApplications: ArgocdApi['listApplications']) =>
  renderTab({ listApplications });

const whole = (items: ArgocdApplication[]) => async () => ({
  items,
  sources: [{ source: 'argo-cd', instance: 'shopstack', state: 'ok' as const }],
});

describe('ApplicationsContent', () => {
  it('lists the applications in the order of promotion', async () => {
    render(
      whole([
        application({ name: 'orders-prod', environment: 'prod' }),
        application({ name: 'orders-dev', environment: 'dev' }),
      ]),
    );
    const table = await screen.findByRole('table', { name: 'Applications' });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(cell => within(cell).getByRole('link').textContent),
    ).toEqual(['orders-dev', 'orders-prod']);
  });

  it('says what asks for a look, and why below', async () => {
    const user = userEvent.setup();
    render(
      whole([
        application({
          sync: { status: 'OutOfSync' },
          conditions: [
            { type: 'ComparisonError', message: 'kustomize build failed' },
          ],
          outOfSync: [
            {
              kind: 'Deployment',
              name: 'orders',
              status: 'OutOfSync',
              message: 'waiting for rollout',
            },
          ],
          operation: { phase: 'Failed', message: 'sync failed' },
        }),
      ]),
    );
    expect(await screen.findByText('1 condition')).toBeInTheDocument();
    expect(screen.getByText('1 resource off')).toBeInTheDocument();
    expect(screen.getByText('Operation failed')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Show details of orders-dev' }),
    );
    expect(screen.getByText(/kustomize build failed/)).toBeInTheDocument();
    expect(screen.getByText('waiting for rollout')).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'History: orders-dev' }),
    ).toHaveTextContent('chore: bump orders image');
  });

  it('draws the cards of the Argo CD plugin on our own API', async () => {
    const user = userEvent.setup();
    render(whole([application()]));
    await user.click(
      await screen.findByRole('button', {
        name: 'Show the cards of the Argo CD plugin',
      }),
    );
    // A row of the overview card is a button with the application's name; the message is a cell of the history card.
    expect(
      await screen.findByRole('button', { name: 'orders-dev' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('chore: bump orders image'),
    ).toBeInTheDocument();
  });

  it('offers no card where there is no application', async () => {
    render(whole([]));
    expect(
      await screen.findByText(
        'Argo CD holds no application of this component yet',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /cards of the Argo CD plugin/ }),
    ).not.toBeInTheDocument();
  });

  it('says which Argo CD is down', async () => {
    render(async () => ({
      items: [],
      sources: [
        { source: 'argo-cd', instance: 'shopstack', state: 'unavailable' },
      ],
    }));
    expect(
      await screen.findByText('Argo CD (shopstack) is unavailable'),
    ).toBeInTheDocument();
  });

  it('shows what one Argo CD holds while another is down', async () => {
    render(async () => ({
      items: [application()],
      sources: [
        { source: 'argo-cd', instance: 'shopstack', state: 'ok' },
        {
          source: 'argo-cd',
          instance: 'standby',
          state: 'unavailable',
          reason: 'Argo CD did not answer in time',
        },
      ],
    }));
    expect(
      await screen.findByText('Argo CD (standby) is unavailable'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('rowheader', { name: /orders-dev/ }),
    ).toBeInTheDocument();
  });

  it('names the instance where there are several', async () => {
    render(
      whole([
        application(),
        application({ instance: 'standby', name: 'orders-dr' }),
      ]),
    );
    expect(
      await screen.findByRole('columnheader', { name: 'Instance' }),
    ).toBeInTheDocument();
    expect(screen.getByText('standby')).toBeInTheDocument();
  });

  it('tells what runs from what is named, and how far a rollout has come', async () => {
    const user = userEvent.setup();
    render(
      whole([
        application({
          runningImages: [
            {
              image: 'shopstack-orders:2',
              digest: `sha256:${'a'.repeat(64)}`,
              pods: 3,
            },
          ],
          rollouts: [
            {
              name: 'orders',
              namespace: 'orders-dev',
              phase: 'Paused',
              strategy: 'canary',
              step: 2,
              steps: 5,
              weight: 40,
              analysis: [
                {
                  name: 'success-rate',
                  phase: 'Failed',
                  message: '0.91 < 0.99',
                },
              ],
            },
          ],
          automated: false,
        }),
      ]),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Show details of orders-dev' }),
    );
    expect(screen.getByText('shopstack-orders:2')).toBeInTheDocument();
    expect(screen.getByText(/sha256:aaaaaaaaaaaa$/)).toBeInTheDocument();
    expect(screen.getByText(/3 pods/)).toBeInTheDocument();
    expect(screen.getByText('By hand')).toBeInTheDocument();
    expect(screen.getByText(/step 2 of 5/)).toBeInTheDocument();
    expect(
      screen.getByRole('meter', { name: 'Share of the traffic' }),
    ).toHaveAttribute('value', '40');
    expect(screen.getByText(/0.91 < 0.99/)).toBeInTheDocument();
  });

  it('does not claim to know what runs', async () => {
    const user = userEvent.setup();
    render(whole([application({ runningImages: undefined })]));
    await user.click(
      await screen.findByRole('button', { name: 'Show details of orders-dev' }),
    );
    expect(
      screen.getByText('Not known: the cluster did not tell.'),
    ).toBeInTheDocument();
  });
});
