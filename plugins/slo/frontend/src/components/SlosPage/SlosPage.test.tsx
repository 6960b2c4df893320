import type { SloApi, SloState } from '@shopstack/plugin-slo-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlos } from '../../__testUtils__/renderSlos';
import { slo, sloList } from '../../__testUtils__/slos';
import { SlosPage } from './SlosPage';

const many = (count: number, part: (index: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    slo({ name: `slo-${index}`, title: `slo-${index}`, ...part(index) }),
  );

const items = [
  slo({ name: 'a', title: 'a' }),
  slo({
    name: 'b',
    title: 'b',
    service: 'cart',
    entityRef: 'component:default/cart',
    entityTitle: 'Cart',
    state: 'burning',
    system: 'system:default/shop',
  }),
  slo({ name: 'c', title: 'c', state: 'no-data', budget: {} }),
  slo({
    name: 'd',
    title: 'd',
    service: 'legacy',
    entityRef: undefined,
    entityTitle: undefined,
    owner: undefined,
    system: undefined,
  }),
];

const show = (
  listAllSlos: SloApi['listAllSlos'],
  options?: Parameters<typeof renderSlos>[2],
) => renderSlos(<SlosPage />, { listAllSlos }, options);

const names = () =>
  screen
    .getAllByRole('rowheader')
    .map(cell => cell.querySelector('[title]')!.textContent);

/** Rows have no height where nothing is laid out, and then all of them would be in sight. */
const ROW_HEIGHT = 57;

describe('the page of all objectives', () => {
  beforeAll(() => {
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(ROW_HEIGHT);
  });
  afterAll(() => jest.restoreAllMocks());

  it('lists them the worst first, and counts the states', async () => {
    show(async () => sloList(items));
    expect(await screen.findByText('4 objectives')).toBeInTheDocument();
    expect(names()).toEqual(['b', 'c', 'd', 'a']);
    for (const chip of ['Burning 1', 'No data 1', 'Healthy 2', 'At risk 0']) {
      expect(screen.getByRole('button', { name: chip })).toBeInTheDocument();
    }
    expect(screen.getByText(/legacy \(No component\)/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Cart' })).toHaveAttribute(
      'href',
      '/catalog/default/component/cart/slos',
    );
  });

  it('narrows by state and by words, in the address', async () => {
    const user = userEvent.setup();
    show(async () => sloList(items));
    await user.click(await screen.findByRole('button', { name: 'Burning 1' }));
    expect(names()).toEqual(['b']);
    expect(screen.getByTestId('address')).toHaveTextContent('?state=burning');
    // The other states are still counted.
    expect(
      screen.getByRole('button', { name: 'Healthy 2' }),
    ).toBeInTheDocument();

    await user.type(
      screen.getByRole('searchbox', { name: 'Search objectives' }),
      'legacy',
    );
    expect(
      await screen.findByText('No objective fits these filters'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(screen.getByText('4 objectives')).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent(/^$/);
  });

  it('shows what an address says', async () => {
    show(async () => sloList(items), {
      address: '?system=system:default/shop&sort=name&owner=all',
    });
    expect(await screen.findByText('1 objective')).toBeInTheDocument();
    expect(names()).toEqual(['b']);
    expect(
      screen.getByRole('columnheader', { name: 'Objective' }),
    ).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByRole('radio', { name: 'Every team' })).toBeChecked();
  });

  it('begins with those of my teams, and asks for everybody\u2019s on request', async () => {
    const user = userEvent.setup();
    const listAllSlos = jest.fn(async (filter?: { ownedBy?: string[] }) =>
      sloList(filter?.ownedBy ? items.slice(0, 1) : items),
    );
    show(listAllSlos);
    expect(await screen.findByText('1 objective')).toBeInTheDocument();
    expect(listAllSlos).toHaveBeenCalledWith(
      { ownedBy: ['group:default/team-checkout'] },
      expect.anything(),
    );
    await user.click(screen.getByRole('radio', { name: 'Every team' }));
    expect(await screen.findByText('4 objectives')).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent('?owner=all');
  });

  it('shows everybody\u2019s to who has none, and says so', async () => {
    show(async filter => sloList(filter?.ownedBy ? [] : items));
    expect(await screen.findByText('4 objectives')).toBeInTheDocument();
    expect(screen.getByText(/^Your teams have no objectives/)).toBeVisible();
  });

  it('does not show everybody\u2019s because a source is silent', async () => {
    show(async filter =>
      filter?.ownedBy
        ? sloList([], {
            sources: [{ source: 'prometheus', state: 'unavailable' }],
          })
        : sloList(items),
    );
    expect(
      await screen.findByText('Prometheus is unavailable'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('rowheader')).not.toBeInTheDocument();
    expect(
      screen.queryByText('No objective is known yet'),
    ).not.toBeInTheDocument();
  });

  it('keeps the document small with hundreds, and says how many there are', async () => {
    const states: SloState[] = ['healthy', 'burning', 'no-data'];
    show(async () =>
      sloList(many(500, index => ({ state: states[index % 3] }))),
    );
    expect(await screen.findByText('500 objectives')).toBeInTheDocument();
    const table = screen.getByRole('table');
    expect(table).toHaveAttribute('aria-rowcount', '501');
    const rows = within(table).getAllByRole('rowheader');
    expect(rows.length).toBeLessThan(80);
    expect(rows[0].closest('tr')).toHaveAttribute('aria-rowindex', '2');
  });

  it('draws the next rows when one scrolls, and keeps the one with the focus', async () => {
    show(async () => sloList(many(500)));
    await screen.findByText('500 objectives');
    const first = within(screen.getAllByRole('rowheader')[0]).getAllByRole(
      'link',
    )[0];
    act(() => first.focus());
    act(() => {
      window.scrollY = 20_000;
      window.dispatchEvent(new Event('scroll'));
    });
    await waitFor(() => {
      const last = screen.getAllByRole('rowheader').slice(-1)[0];
      expect(
        Number(last.closest('tr')!.getAttribute('data-index')),
      ).toBeGreaterThan(300);
    });
    expect(first).toHaveFocus();
    act(() => {
      window.scrollY = 0;
      window.dispatchEvent(new Event('scroll'));
    });
  });

  it('bears very long names', async () => {
    const title = 'availability-of-everything-'.repeat(12);
    show(async () => sloList([slo({ title })]));
    expect(await screen.findByTitle(title)).toHaveTextContent(title);
  });

  it('says that it could not be read, and what is there to read', async () => {
    show(async () => {
      throw new Error('Request failed with 502');
    });
    expect(
      await screen.findByText('The objectives could not be read'),
    ).toBeInTheDocument();
  });

  it('says how objectives get here when there are none', async () => {
    show(async () => sloList([]));
    expect(
      await screen.findByText('No objective is known yet'),
    ).toBeInTheDocument();
  });
});
