import { SLO_STATES, type SloState } from '@shopstack/plugin-slo-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlos } from '../../__testUtils__/renderSlos';
import { responseError } from '../../__testUtils__/responseError';
import { entity, entitySlos, slo } from '../../__testUtils__/slos';
import { SlosContent } from './SlosContent';

const show = (
  answer: ReturnType<typeof entitySlos>,
  options?: Parameters<typeof renderSlos>[2],
) => renderSlos(<SlosContent />, { listSlos: async () => answer }, options);

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 60_000).toISOString();

const WORDS: Record<SloState, string> = {
  burning: 'Burning',
  exhausted: 'Exhausted',
  'at-risk': 'At risk',
  'invalid-sli': 'Invalid SLI',
  'rules-not-loaded': 'Rules not loaded',
  'no-data': 'No data',
  'warming-up': 'Warming up',
  healthy: 'Healthy',
};

describe('the tab SLOs', () => {
  it('answers first, then lists the worst first', async () => {
    show(
      entitySlos([
        slo({ name: 'latency', title: 'latency' }),
        slo({
          state: 'burning',
          budget: { remaining: 0.12 },
          burn: 2.1,
          exhaustsAt: inDays(2),
        }),
        slo({ name: 'old', title: 'old', state: 'no-data', budget: {} }),
      ]),
    );
    expect(
      await screen.findByText(
        'Both objectives hold; availability (prod) has 12 % of its budget left and burns 2.1×, which lasts 2 d at this pace; 1 more cannot be judged (No data).',
      ),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('rowheader')
        .map(cell => within(cell).getByRole('link').textContent),
    ).toEqual(['availability', 'old', 'latency']);
  });

  it.each(SLO_STATES)(
    'says %s in a word with a shape, and why',
    async state => {
      show(entitySlos([slo({ state, stateReason: 'Because of this.' })]));
      const word = await screen.findByRole('button', { name: WORDS[state] });
      expect(word.querySelector('svg')).not.toBeNull();
      const user = userEvent.setup();
      while (document.activeElement !== word) await user.tab();
      expect(await screen.findByText('Because of this.')).toBeInTheDocument();
    },
  );

  it.each(['no-data', 'rules-not-loaded', 'invalid-sli'] as const)(
    'shows no number for %s, even when one was recorded',
    async state => {
      show(entitySlos([slo({ state, sli: 1, budget: { remaining: 1 } })]));
      const row = (await screen.findByRole('rowheader')).closest('tr')!;
      expect(within(row).getAllByText('Not measured')).not.toHaveLength(0);
      expect(row).not.toHaveTextContent(/100|300/);
    },
  );

  it('tells the budget in percent, events and minutes, and what makes it weak', async () => {
    show(
      entitySlos([
        slo({
          state: 'warming-up',
          budget: {
            remaining: 0.42,
            events: { total: 900, bad: 1, allowed: 1.9, left: 0.9 },
            minutes: { total: 43.2, left: 18.1 },
          },
          tooFewEvents: true,
          filled: 0.12,
        }),
      ]),
    );
    const row = (await screen.findByRole('rowheader')).closest('tr')!;
    for (const text of [
      '42 %',
      '0.9 events left',
      '18 min 6 s left',
      'Too few events',
      'Window 12 % filled',
      'of 99.9 % in 30d',
      '0.3×',
    ]) {
      expect(within(row).getByText(text)).toBeInTheDocument();
    }
  });

  it('tells how much was overspent', async () => {
    show(
      entitySlos([
        slo({
          state: 'exhausted',
          sli: 0.9986,
          budget: {
            remaining: -0.4,
            events: { total: 1e6, bad: 1_400, allowed: 1_000, left: -400 },
          },
        }),
      ]),
    );
    expect(
      await screen.findByText(
        /The one objective does not hold; availability \(prod\) has overspent its budget by 40 %/,
      ),
    ).toBeInTheDocument();
    const row = screen.getByRole('rowheader').closest('tr')!;
    expect(within(row).getByText('-40 %')).toBeInTheDocument();
    expect(within(row).getByText('400 events too many')).toBeInTheDocument();
    expect(within(row).getByText('spent')).toBeInTheDocument();
  });

  it('lists alerts, the loudest first, and until when one is silenced', async () => {
    show(
      entitySlos([
        slo({
          state: 'burning',
          alerts: [
            {
              name: 'OrdersAvailability',
              severity: 'ticket',
              status: 'silenced',
              silence: {
                id: '1',
                endsAt: '2030-03-04T05:06:00.000',
                createdBy: 'team-checkout',
                comment: 'known',
              },
            },
            {
              name: 'OrdersAvailability',
              severity: 'page',
              status: 'firing',
              url: 'https://alerts.example/1',
            },
          ],
        }),
      ]),
    );
    const firing = await screen.findByText('Firing (page)');
    expect(firing.closest('a')).toHaveAttribute(
      'href',
      'https://alerts.example/1',
    );
    const silenced = screen.getByText('Silenced until 4 Mar 05:06 (ticket)');
    expect(
      firing.compareDocumentPosition(silenced) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
  });

  it('sets objectives of the business apart', async () => {
    show(
      entitySlos([
        slo(),
        slo({ name: 'orders', title: 'orders', category: 'business' }),
      ]),
    );
    const business = await screen.findByRole('table', { name: 'Business' });
    expect(within(business).getByText('orders')).toBeInTheDocument();
    const technical = screen.getByRole('table', { name: 'Technical' });
    expect(within(technical).queryByText('orders')).not.toBeInTheDocument();
  });

  it('sorts by a head, in the address', async () => {
    const user = userEvent.setup();
    show(
      entitySlos([
        slo({ name: 'a', title: 'a', burn: 0.1 }),
        slo({ name: 'b', title: 'b', burn: 5 }),
      ]),
    );
    const head = await screen.findByRole('columnheader', { name: /^Burn now/ });
    expect(head).not.toHaveAttribute('aria-sort');
    await user.click(within(head).getByRole('button', { name: 'Burn now' }));
    expect(head).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByTestId('address')).toHaveTextContent('?sort=burn');
    expect(screen.getAllByRole('rowheader')[0]).toHaveTextContent('b');
    await user.click(within(head).getByRole('button', { name: 'Burn now' }));
    expect(screen.getByTestId('address')).toHaveTextContent('?sort=-burn');
    expect(screen.getAllByRole('rowheader')[0]).toHaveTextContent('a');
  });

  it('moves from row to row with the arrow keys', async () => {
    const user = userEvent.setup();
    show(
      entitySlos([
        slo({ name: 'a', title: 'a' }),
        slo({ name: 'b', title: 'b' }),
      ]),
    );
    const first = await screen.findByRole('link', { name: 'a' });
    act(() => first.focus());
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'b' })).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(screen.getByRole('link', { name: 'a' })).toHaveFocus();
  });

  it('keeps the last good numbers while Prometheus is silent, and says how old they are', async () => {
    const asOf = new Date(Date.now() - 600_000).toISOString();
    show(
      entitySlos([slo()], {
        sources: [
          {
            source: 'prometheus',
            instance: 'shopstack',
            state: 'stale',
            asOf,
            reason: 'connection refused',
          },
        ],
      }),
    );
    expect(
      await screen.findByText('Prometheus (shopstack) does not answer'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^By the last good answer: The one objective holds/),
    ).toBeInTheDocument();
    expect(screen.getAllByText('10 min ago')).not.toHaveLength(0);
    expect(screen.getByText('53 %')).toBeInTheDocument();
  });

  it('does not call an outage empty', async () => {
    show(
      entitySlos([], {
        sources: [{ source: 'prometheus', state: 'unavailable' }],
      }),
    );
    expect(
      await screen.findByText('Prometheus is unavailable'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/is recorded yet/)).not.toBeInTheDocument();
  });

  it('says which part of which file was refused, beside the rest', async () => {
    show(
      entitySlos([slo()], {
        problems: [
          {
            url: 'https://forge.example/apps-sre/blob/main/services/orders/slo.yaml',
            line: 12,
            reason: 'slos[1].objective: 100 leaves no budget',
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'orders/slo.yaml, line 12' }),
    ).toHaveAttribute(
      'href',
      'https://forge.example/apps-sre/blob/main/services/orders/slo.yaml#L12',
    );
    expect(screen.getByText(/100 leaves no budget/)).toBeInTheDocument();
    expect(screen.getByRole('rowheader')).toBeInTheDocument();
  });

  it('has a door where nothing is recorded', async () => {
    show(entitySlos([]));
    expect(
      await screen.findByText('No objective of this service is recorded yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy annotation' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('npm run slo -- generate slo.yaml'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Create a service with objectives' }),
    ).toHaveAttribute('href', '/create/templates/default/create-service');
  });

  it.each([
    [entity, 'The annotations of this service cannot be read', /is no name/],
    [
      { ...entity, metadata: { ...entity.metadata, annotations: {} } },
      'This service names no objectives yet',
      /Tell which objectives are its own/,
    ],
  ])('says what to write when it is not linked', async (of, title, more) => {
    const listSlos = async () => {
      throw await responseError(400, 'InputError', '"a b" is no name');
    };
    renderSlos(<SlosContent />, { listSlos }, { of });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(more)).toBeInTheDocument();
    expect(
      screen.getByText(/shopstack.dev\/slo-service: orders/),
    ).toBeInTheDocument();
  });

  it('says that our own backend failed, and asks again', async () => {
    const user = userEvent.setup();
    let fails = true;
    renderSlos(<SlosContent />, {
      listSlos: async () => {
        if (fails) throw new Error('Request failed with 502');
        return entitySlos([slo()]);
      },
    });
    expect(
      await screen.findByText('The objectives could not be read'),
    ).toBeInTheDocument();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('rowheader')).toBeInTheDocument();
  });

  it('waits in the place of the table', async () => {
    renderSlos(<SlosContent />, { listSlos: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Loading objectives' }),
    ).toBeInTheDocument();
  });
});
