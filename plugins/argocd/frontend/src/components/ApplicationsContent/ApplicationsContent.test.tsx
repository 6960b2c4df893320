import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  ArgocdApi,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { argocdApiRef, argocdCardsApiRef } from '../../apis';
import { ArgocdCardsApi } from '../../cards';
import { application } from '../../__testUtils__/application';
import { ApplicationsContent } from './ApplicationsContent';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { 'argocd/app-selector': 'shopstack.dev/service=orders' },
  },
};

function render(listApplications: ArgocdApi['listApplications']) {
  const argocdApi: ArgocdApi = { listApplications };
  const catalogApi = catalogApiMock({ entities: [entity] });
  renderInTestApp(
    <EntityProvider entity={entity}>
      <ApplicationsContent />
    </EntityProvider>,
    {
      // The history card drops the last row unless this is set.
      config: { argocd: { revisionsToLoad: 10 } },
      apis: [
        [argocdApiRef, argocdApi],
        [catalogApiRef, catalogApi],
        [argocdCardsApiRef, new ArgocdCardsApi({ argocdApi, catalogApi })],
      ],
    },
  );
}

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
    render(whole([application()]));
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
    expect(screen.queryByText('ArgoCD history')).not.toBeInTheDocument();
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
});
