import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { SloApi, SloDetail as Slo } from '@shopstack/plugin-slo-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  burnWindow,
  deployment,
  sloChart,
  sloDetail,
} from '../../__testUtils__/sloDetail';
import { entity, fakeSloApi, WHOLE } from '../../__testUtils__/slos';
import { sloApiRef } from '../../apis';
import { SloDetail } from './SloDetail';

const Address = () => (
  <output data-testid="address">{useLocation().search}</output>
);

const never = () => new Promise<never>(() => {});

function render(
  slo: Slo | undefined,
  part: Partial<SloApi> = {},
  address = '?slo=shopstack/orders-availability',
) {
  const getChart = jest.fn<
    ReturnType<SloApi['getChart']>,
    Parameters<SloApi['getChart']>
  >(async (_entity, _slo, chart) => ({
    items: [sloChart(chart)],
    sources: WHOLE,
  }));
  const api = fakeSloApi({
    getSlo: async () => ({ items: slo ? [slo] : [], sources: WHOLE }),
    getChart,
    ...part,
  });
  renderInTestApp(
    <EntityProvider entity={entity}>
      <SloDetail
        reference={{ instance: 'shopstack', id: 'orders-availability' }}
      />
      <Address />
    </EntityProvider>,
    {
      apis: [[sloApiRef, api]],
      initialRouteEntries: [`/${address}`],
    },
  );
  return { getChart };
}

const address = () =>
  new URLSearchParams(screen.getByTestId('address').textContent ?? '');

const firing = {
  name: 'OrdersAvailability',
  severity: 'page' as const,
  status: 'firing' as const,
  since: '2026-11-21T03:00:00.000Z',
  url: 'https://alertmanager.example/1',
};

describe('the answer', () => {
  it('comes first, in one sentence', async () => {
    render(sloDetail());
    expect(
      await screen.findByRole('heading', {
        name: 'orders availability: 53 % of the error budget left, burning 0.3×, ends not before the window does',
      }),
    ).toBeInTheDocument();
  });

  it('names promise, measurement and what is left', async () => {
    render(sloDetail());
    const tile = async (name: string) =>
      within(await screen.findByRole('region', { name }));
    expect((await tile('Objective')).getByText('99.9 %')).toBeInTheDocument();
    const sli = await tile('SLI');
    expect(sli.getByText('99.953 %')).toBeInTheDocument();
    expect(sli.getByText('470 bad of 1M events')).toBeInTheDocument();
    const budget = await tile('Error budget');
    expect(budget.getByText('53 %')).toBeInTheDocument();
    expect(
      budget.getByText('530 of 1,000 bad events left'),
    ).toBeInTheDocument();
    expect(budget.getByRole('meter')).toHaveAttribute('aria-valuenow', '53');
  });

  it.each(['no-data', 'invalid-sli', 'rules-not-loaded'] as const)(
    'never claims anything in the state %s',
    async state => {
      render(
        sloDetail({
          state,
          stateReason: 'No events in the whole window.',
          sli: 1,
          budget: { remaining: 1 },
        }),
      );
      expect(
        await screen.findByRole('heading', {
          name: 'orders availability: No events in the whole window.',
        }),
      ).toBeInTheDocument();
      expect(screen.getAllByText('Not measured')).toHaveLength(2);
      expect(screen.queryByText('100 %')).not.toBeInTheDocument();
      expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    },
  );

  it('does not speak of what is left where it could not be measured', async () => {
    render(sloDetail({ sli: undefined, budget: {} }));
    expect(
      await screen.findByRole('heading', {
        name: 'orders availability: what is left of the error budget could not be measured',
      }),
    ).toBeInTheDocument();
  });

  it('says by how much a budget is overspent, in events and minutes too', async () => {
    render(
      sloDetail({
        state: 'exhausted',
        sli: 0.9985,
        burn: 2,
        budget: {
          remaining: -0.5,
          events: { total: 10_000, bad: 15, allowed: 10, left: -5 },
          minutes: { total: 43.2, left: -21.6 },
        },
      }),
    );
    expect(
      await screen.findByRole('heading', {
        name: /the error budget is overspent by 50 %, burning 2×/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('5 bad events more than the 10 allowed'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('21 min more than the 43 min allowed'),
    ).toBeInTheDocument();
  });

  it('says that an objective is gone, and offers the way back', async () => {
    render(undefined);
    expect(
      await screen.findByText('This objective is not known'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Objectives' })).toHaveAttribute(
      'href',
      '/',
    );
  });
});

describe('the charts', () => {
  it('do not wait for one another, nor for the objective', async () => {
    const { getChart } = render(sloDetail(), { getSlo: never });
    await waitFor(() => expect(getChart).toHaveBeenCalled());
    expect(getChart.mock.calls[0].slice(1, 4)).toEqual([
      { instance: 'shopstack', id: 'orders-availability' },
      'budget',
      { last: '30d' },
    ]);
    expect(
      await screen.findByRole('slider', {
        name: 'Error budget over time: cursor',
      }),
    ).toBeInTheDocument();
  });

  it('have a table behind them, which the address remembers', async () => {
    const user = userEvent.setup();
    render(sloDetail());
    await user.click(
      await screen.findByRole('button', {
        name: 'Show Error budget over time as table',
      }),
    );
    const table = await screen.findByRole('table', {
      name: /Error budget over time/,
    });
    const cells = within(table).getAllByRole('cell');
    expect(cells.map(cell => cell.textContent)).toEqual([
      '25 %',
      'no data',
      '50 %',
    ]);
    expect(address().get('table')).toBe('budget');
  });

  it('say moment and values as the arrows move the cursor', async () => {
    const user = userEvent.setup();
    render(sloDetail());
    const slider = await screen.findByRole('slider', {
      name: 'Error budget over time: cursor',
    });
    act(() => slider.focus());
    await user.keyboard('{Home}');
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('Budget left 50 %'),
    );
    await user.keyboard('{ArrowRight}');
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('Budget left no data'),
    );
    // One cursor for all.
    expect(
      screen.getByRole('slider', { name: 'Requests: cursor' }),
    ).toHaveAttribute('aria-valuenow', '1');
  });

  it('zoom by keyboard, and back', async () => {
    const user = userEvent.setup();
    const { getChart } = render(sloDetail());
    const slider = await screen.findByRole('slider', {
      name: 'Error budget over time: cursor',
    });
    act(() => slider.focus());
    await user.keyboard('{Home}{Enter}{End}{Enter}');
    const range = {
      from: '2026-11-18T11:06:40.000Z',
      to: '2026-11-18T11:08:40.000Z',
    };
    await waitFor(() =>
      expect(getChart).toHaveBeenCalledWith(
        expect.anything(),
        expect.anything(),
        'budget',
        range,
        expect.anything(),
      ),
    );
    expect(address().get('from')).toBe(range.from);
    await user.click(screen.getByRole('button', { name: 'Reset zoom' }));
    await waitFor(() => expect(address().has('from')).toBe(false));
  });

  it('show a range that somebody typed, and refuse what is none', async () => {
    const user = userEvent.setup();
    const { getChart } = render(sloDetail());
    const field = await screen.findByRole('textbox', { name: 'Other range' });
    await user.type(field, 'soon{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Write a duration',
    );
    await user.clear(field);
    await user.type(field, '36h{Enter}');
    await waitFor(() =>
      expect(getChart).toHaveBeenCalledWith(
        expect.anything(),
        expect.anything(),
        'requests',
        { last: '36h' },
        expect.anything(),
      ),
    );
  });

  it('say which of them was not answered, and why, beside the others', async () => {
    render(sloDetail(), {
      getChart: async (_entity, _slo, chart) =>
        chart === 'requests'
          ? {
              items: [],
              sources: [
                {
                  source: 'prometheus',
                  instance: 'shopstack',
                  state: 'unavailable',
                  reason: 'Prometheus refused: too many samples',
                },
              ],
            }
          : { items: [sloChart(chart)], sources: WHOLE },
    });
    const panel = within(
      await screen.findByRole('region', { name: 'Requests' }),
    );
    expect(await panel.findByText(/too many samples/)).toBeInTheDocument();
    expect(
      screen.getByRole('slider', { name: 'Errors: cursor' }),
    ).toBeInTheDocument();
  });

  it('tell an empty range from a failure', async () => {
    render(sloDetail(), {
      getChart: async (_entity, _slo, chart) => {
        if (chart === 'errors') throw new Error('502 Bad Gateway');
        return { items: [sloChart(chart, [null, null])], sources: WHOLE };
      },
    });
    expect(
      await within(
        await screen.findByRole('region', { name: 'Requests' }),
      ).findByText('No values in this range'),
    ).toBeInTheDocument();
    const errors = within(screen.getByRole('region', { name: 'Errors' }));
    expect(errors.getByText('502 Bad Gateway')).toBeInTheDocument();
    expect(
      errors.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('keep the last good answer of a source that fell silent, and say so', async () => {
    const stale = [
      {
        source: 'prometheus',
        instance: 'shopstack',
        state: 'stale' as const,
        reason: 'no answer in time',
      },
    ];
    render(sloDetail(), {
      getSlo: async () => ({ items: [sloDetail()], sources: stale }),
      getChart: async (_entity, _slo, chart) => ({
        items: [sloChart(chart)],
        sources: stale,
      }),
    });
    expect(await screen.findByText(/does not answer/)).toBeInTheDocument();
    const panel = within(screen.getByRole('region', { name: 'Requests' }));
    expect(await panel.findByText('Old')).toBeInTheDocument();
    expect(panel.getByRole('slider')).toBeInTheDocument();
  });
});

describe('the burn table', () => {
  it('says the rule in words, and shows the row of an alert by itself', async () => {
    const user = userEvent.setup();
    render(
      sloDetail({
        state: 'burning',
        burnWindows: [
          burnWindow({
            alert: firing,
            word: 'critical',
            short: 22.4,
            long: 18.93,
            holdSeconds: 120,
          }),
          burnWindow({ alert: firing, speed: 'slow', longWindow: '6h' }),
        ],
      }),
    );
    const table = within(
      await screen.findByRole('table', { name: 'Burn rates and alerts' }),
    );
    const row = within(table.getAllByRole('row')[1]);
    expect(row.getByText('Critical')).toBeInTheDocument();
    expect(row.getByText('Firing')).toBeInTheDocument();
    expect(
      row.getByRole('link', { name: 'Open the alert OrdersAvailability' }),
    ).toHaveAttribute('href', firing.url);
    expect(
      table.getByText(/calls somebody when 2 % of the error budget of 30d/),
    ).toHaveTextContent(
      'It waits 2m before it fires. In few events it keeps quiet: over the last 1h',
    );
    expect(
      await table.findByRole('slider', { name: 'Page, 5m and 1h: cursor' }),
    ).toBeInTheDocument();

    await user.click(
      table.getByRole('button', { name: 'Hide details of Page 1h' }),
    );
    await waitFor(() => expect(address().get('open')).toBe('none'));
    await user.click(
      table.getByRole('button', { name: 'Show details of Page 6h' }),
    );
    await waitFor(() => expect(address().get('open')).toBe('page-slow'));
    expect(table.queryByText(/calls somebody when 2 %.* 1h /)).toBeNull();
  });

  it('says nothing of few events where the rules do not care', async () => {
    render(
      sloDetail({
        mode: 'sloth',
        burnWindows: [burnWindow({ alert: firing })],
      }),
    );
    const rule = await screen.findByText(/calls somebody when 2 %/);
    expect(rule).not.toHaveTextContent('few events');
  });

  it('says who silenced an alert, until when, and why', async () => {
    render(
      sloDetail({
        burnWindows: [
          burnWindow({
            alert: {
              ...firing,
              status: 'silenced',
              silence: {
                id: 's1',
                endsAt: new Date(Date.now() + 5.5 * 3_600_000).toISOString(),
                createdBy: 'team-checkout',
                comment: 'The database is moved',
              },
            },
          }),
        ],
      }),
      {},
      '?open=page-quick',
    );
    expect(
      await screen.findByText(
        /Silenced by team-checkout: The database is moved. It ends/,
      ),
    ).toHaveTextContent(/in 5 h \d+ min/);
  });

  it('computes how long the budget lasts from what is left', async () => {
    render(sloDetail());
    const cell = await screen.findAllByRole('button', { name: '56 d' });
    expect(cell).toHaveLength(2);
  });

  it('says how a threshold comes about', async () => {
    const user = userEvent.setup();
    render(sloDetail());
    await user.hover(await screen.findByRole('button', { name: '14.4×' }));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      '14.4 × (1 − 0.999) = 1.44 %',
    );
  });
});

describe('what is behind it', () => {
  it('lists the deployments with what each of them cost', async () => {
    render(sloDetail(), {
      listDeployments: async () => ({
        items: [
          deployment({ budgetSpent: 0.61 }),
          deployment({
            at: '2026-11-17T10:00:00.000Z',
            budgetSpent: undefined,
          }),
        ],
        sources: WHOLE,
      }),
    });
    const table = within(
      await screen.findByRole('table', { name: 'Deployments in this range' }),
    );
    expect(table.getByText('61 %')).toBeInTheDocument();
    expect(table.getByText('not known')).toBeInTheDocument();
    expect(table.getAllByText('4f2a9c1')).toHaveLength(2);
    expect(table.getAllByText('orders: round prices half-up')).toHaveLength(2);
  });

  it('shows the exact PromQL, to copy and to open', async () => {
    render(sloDetail());
    const panel = within(
      await screen.findByRole('region', { name: 'The exact PromQL' }),
    );
    expect(panel.getByText(/slo:sli_error:ratio_rate30d/)).toBeInTheDocument();
    expect(
      panel.getByRole('button', { name: 'Copy PromQL: SLI' }),
    ).toBeInTheDocument();
    expect(
      panel.getByRole('link', { name: 'Open SLI in Prometheus' }),
    ).toHaveAttribute('href', 'https://prometheus.example/graph?g0.expr=sli');
  });

  it('links the file in git, and holds what it says', async () => {
    const url = 'https://forge.example/apps-sre/services/orders/slo.yaml#L6';
    render(
      sloDetail({ file: { url, line: 6, yaml: 'version: prometheus/v1' } }),
    );
    expect(
      await screen.findByRole('link', { name: /orders\/slo.yaml, line 6/ }),
    ).toHaveAttribute('href', url);
    expect(screen.getByText('version: prometheus/v1')).toBeInTheDocument();
  });

  it('can be paused, and says how often it changes otherwise', async () => {
    const user = userEvent.setup();
    render(sloDetail());
    expect(
      await screen.findByText(/at least every minute/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('switch', { name: 'Live' }));
    expect(await screen.findByText(/^Paused/)).toBeInTheDocument();
    expect(address().get('live')).toBe('off');
  });
});
