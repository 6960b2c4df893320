import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { EcrApi, EcrServiceScan } from '@shopstack/plugin-ecr-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { ecrApiRef } from '../../apis';
import {
  exampleFinding,
  exampleImage,
  exampleServiceScan,
  OK,
} from '../../__testUtils__/examples';
import { address, fakeEcr } from '../../__testUtils__/renderImages';
import { FindingsPage } from './FindingsPage';

const MINE = ['user:default/checkout-owner', 'group:default/team-checkout'];

const ORDERS = exampleServiceScan(
  'orders',
  exampleImage('a', {
    runningIn: ['prod'],
    scan: { status: 'COMPLETE', counts: { CRITICAL: 2 } },
  }),
  { worst: [exampleFinding('CVE-2026-1', { fixedIn: '3.0.2' })] },
);
const CART = exampleServiceScan(
  'cart',
  exampleImage('b', { scan: { status: 'PENDING' } }),
  { owner: 'group:default/team-cart' },
);

const Address = () => (
  <output data-testid="address">{useLocation().search}</output>
);

function render(
  listServiceScans: EcrApi['listServiceScans'],
  options: { at?: string } = {},
) {
  const api = fakeEcr({ listServiceScans });
  renderInTestApp(
    <>
      <FindingsPage />
      <Address />
    </>,
    {
      apis: [
        [ecrApiRef, api],
        [catalogApiRef, catalogApiMock()],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: MINE[0],
            ownershipEntityRefs: MINE,
          }),
        ],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
      initialRouteEntries: [`/${options.at ?? ''}`],
    },
  );
  return api;
}

const answer = (...items: EcrServiceScan[]) => ({ items, sources: OK });

describe('the page of findings', () => {
  it('answers first, then lists the images that run, in the order of the backend', async () => {
    const api = render(async () => answer(ORDERS, CART));
    expect(
      await screen.findByText(
        /1 service runs an image with critical findings\. 1 image has no result yet\./,
      ),
    ).toBeInTheDocument();
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent(/orders.*Critical.*prod.*4f2a9c1/);
    expect(second).toHaveTextContent(/cart.*Scan pending/);
    expect(api.listServiceScans).toHaveBeenCalledTimes(1);
    expect(api.listServiceScans).toHaveBeenCalledWith(
      { ownedBy: MINE },
      expect.anything(),
    );
  });

  it('leads to the images of the service with this one open', async () => {
    render(async () => answer(ORDERS));
    const link = await screen.findByRole('link', { name: 'orders' });
    const url = new URL(link.getAttribute('href') ?? '', 'http://localhost');
    expect(url.pathname).toBe('/catalog/default/component/orders/images');
    expect(url.searchParams.get('image')).toBe(
      `${ORDERS.image.repositoryArn}@${ORDERS.image.digest}`,
    );
  });

  it('opens a row to the worst findings', async () => {
    const user = userEvent.setup();
    render(async () => answer(ORDERS));
    await user.click(
      await screen.findByRole('button', { name: 'Show details of orders' }),
    );
    const table = screen.getByRole('table', {
      name: 'Worst findings of orders',
    });
    expect(table).toHaveTextContent(/CVE-2026-1.*Fixed in 3\.0\.2/);
  });

  it('shows everybody to whoever owns nothing, and says so', async () => {
    const api = render(async filter =>
      filter?.ownedBy ? answer() : answer(CART),
    );
    expect(
      await screen.findByText(/You own no service that runs an image/),
    ).toBeInTheDocument();
    expect(api.listServiceScans).toHaveBeenLastCalledWith(
      { ownedBy: undefined },
      expect.anything(),
    );
  });

  it.each([
    ['?owner=all', undefined],
    ['?owner=mine', MINE],
    ['?owner=group:default/team-cart', ['group:default/team-cart']],
  ])('takes the owner from the address: %s', async (at, ownedBy) => {
    const api = render(async () => answer(CART), { at });
    await screen.findByRole('link', { name: 'cart' });
    expect(api.listServiceScans).toHaveBeenCalledTimes(1);
    expect(api.listServiceScans).toHaveBeenCalledWith(
      { ownedBy },
      expect.anything(),
    );
  });

  it('asks for the chosen owner, and keeps the choice in the address', async () => {
    const user = userEvent.setup();
    const api = render(async () => answer(CART));
    await screen.findByRole('link', { name: 'cart' });
    await user.click(screen.getByRole('button', { name: /Owner$/ }));
    await user.click(
      await screen.findByRole('option', { name: 'All services' }),
    );
    await waitFor(() => expect(address().get('owner')).toBe('all'));
    expect(api.listServiceScans).toHaveBeenLastCalledWith(
      { ownedBy: undefined },
      expect.anything(),
    );
  });

  it('says what would be here, and how to get it here', async () => {
    const user = userEvent.setup();
    render(async filter => (filter?.ownedBy ? answer() : answer(CART)), {
      at: '?owner=mine',
    });
    expect(
      await screen.findByText('No running image is known here'),
    ).toBeInTheDocument();
    expect(screen.getByText(/amazon-ecr-arn/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all services' }));
    expect(
      await screen.findByRole('link', { name: 'cart' }),
    ).toBeInTheDocument();
  });

  it('keeps the place of the table while it asks', async () => {
    render(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading running images' }),
    ).toBeInTheDocument();
  });

  it('shows what it has when one source does not answer', async () => {
    render(async () => ({
      items: [ORDERS],
      sources: [...OK, { source: 'kubernetes', state: 'stale' }],
    }));
    expect(
      await screen.findByText('Kubernetes does not answer'),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Running images' });
    expect(within(table).getByText('orders')).toBeInTheDocument();
    expect(table.closest('[data-stale]')).not.toBeNull();
  });

  it('does not take an outage for nothing', async () => {
    render(async () => ({
      items: [],
      sources: [{ source: 'kubernetes', state: 'unavailable' }],
    }));
    expect(
      await screen.findByText('Kubernetes is unavailable'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('No running image is known here'),
    ).not.toBeInTheDocument();
  });

  it('says when our own backend fails', async () => {
    render(async () => {
      throw new Error('503');
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The findings of the services could not be read',
    );
  });
});
