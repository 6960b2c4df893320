import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ArgocdApi } from '@shopstack/plugin-argocd-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { argocdApi } from '../../__testUtils__/argocdApi';
import { summary } from '../../__testUtils__/summary';
import { argocdApiRef } from '../../apis';
import { ApplicationsPage } from './ApplicationsPage';

const Address = () => (
  <output data-testid="address">{useLocation().search}</output>
);

function render(listFleet: ArgocdApi['listFleet'], address = '') {
  renderInTestApp(
    <>
      <ApplicationsPage />
      <Address />
    </>,
    {
      apis: [
        [argocdApiRef, argocdApi({ listFleet })],
        mockApis.identity({
          userEntityRef: 'user:default/checkout-owner',
          ownershipEntityRefs: ['group:default/team-checkout'],
        }),
      ],
      initialRouteEntries: [`/${address}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
    },
  );
}

const items = [
  summary({ name: 'orders-dev' }),
  summary({ name: 'orders-prod', sync: 'OutOfSync' }),
  summary({ name: 'cart-dev', health: 'Degraded', entityRef: undefined }),
];
const fleet: ArgocdApi['listFleet'] = async () => ({ items, sources: [] });
const names = () =>
  screen
    .getAllByRole('rowheader')
    .map(cell => within(cell).getByRole('link').textContent);

describe('ApplicationsPage', () => {
  it('lists all applications, the worst first, and counts the states', async () => {
    render(fleet);
    expect(await screen.findByText('3 applications')).toBeInTheDocument();
    expect(names()).toEqual(['cart-dev', 'orders-prod', 'orders-dev']);
    expect(
      screen.getByRole('button', { name: 'Degraded 1' }),
    ).toBeInTheDocument();
    expect(screen.getByText('No component')).toBeInTheDocument();
  });

  it('narrows by state and by name, in the address', async () => {
    const user = userEvent.setup();
    render(fleet);
    await user.click(
      await screen.findByRole('button', { name: 'Out of sync 1' }),
    );
    expect(names()).toEqual(['orders-prod']);
    expect(screen.getByTestId('address')).toHaveTextContent('state=outOfSync');
    await user.type(
      screen.getByRole('searchbox', { name: 'Search applications' }),
      'cart',
    );
    expect(
      await screen.findByText('No application fits these filters'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(screen.getByTestId('address')).toBeEmptyDOMElement();
  });

  it('takes the filters from the address', async () => {
    render(fleet, '?search=ORDERS&state=fine');
    expect(await screen.findByText('1 application')).toBeInTheDocument();
    expect(names()).toEqual(['orders-dev']);
  });

  it('asks for those of my teams', async () => {
    const listFleet = jest.fn(fleet);
    render(listFleet, '?owner=mine');
    expect(await screen.findByText('3 applications')).toBeInTheDocument();
    expect(listFleet).toHaveBeenLastCalledWith(
      { ownedBy: ['group:default/team-checkout'] },
      expect.anything(),
    );
  });

  it('shows a thousand in steps', async () => {
    const user = userEvent.setup();
    const many = Array.from({ length: 1_000 }, (_, index) =>
      summary({ name: `service-${index}` }),
    );
    render(async () => ({ items: many, sources: [] }));
    expect(await screen.findAllByRole('rowheader')).toHaveLength(100);
    await user.click(screen.getByRole('button', { name: /Show 100 more/ }));
    expect(screen.getAllByRole('rowheader')).toHaveLength(200);
  });

  it('does not take an Argo CD that is down for an empty one', async () => {
    render(async () => ({
      items: [],
      sources: [
        { source: 'argo-cd', instance: 'standby', state: 'unavailable' },
      ],
    }));
    expect(
      await screen.findByText('Argo CD (standby) is unavailable'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('No application is known yet'),
    ).not.toBeInTheDocument();
  });
});
