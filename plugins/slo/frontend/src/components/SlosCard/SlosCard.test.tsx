import { screen, within } from '@testing-library/react';
import { renderSlos } from '../../__testUtils__/renderSlos';
import { entitySlos, slo } from '../../__testUtils__/slos';
import { SlosCard } from './SlosCard';

const show = (answer: ReturnType<typeof entitySlos>) =>
  renderSlos(<SlosCard />, { listSlos: async () => answer });

describe('the card of objectives', () => {
  it('shows the worst first, and says how many more there are', async () => {
    show(
      entitySlos([
        ...['a', 'b', 'c', 'd'].map(name => slo({ name, title: name })),
        slo({
          state: 'burning',
          budget: { remaining: 0.12 },
          burn: 14.2,
        }),
      ]),
    );
    const [first, ...rest] = await screen.findAllByRole('listitem');
    expect(rest).toHaveLength(3);
    expect(within(first).getByText('Burning')).toBeInTheDocument();
    expect(within(first).getByText('12 % left')).toBeInTheDocument();
    expect(within(first).getByText('burns 14×')).toBeInTheDocument();
    expect(
      within(first).getByRole('link', { name: 'availability' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/slos?slo=shopstack%2Forders-availability',
    );
    expect(
      screen.getByRole('link', { name: '1 more objective' }),
    ).toHaveAttribute('href', '/catalog/default/component/orders/slos');
  });

  it('keeps the last good numbers with their age while Prometheus is out', async () => {
    const asOf = new Date(Date.now() - 600_000).toISOString();
    show(
      entitySlos([slo()], {
        sources: [{ source: 'prometheus', state: 'stale', asOf }],
      }),
    );
    expect(
      await screen.findByText('Prometheus does not answer'),
    ).toBeInTheDocument();
    expect(screen.getByText('53 % left')).toBeInTheDocument();
    expect(screen.getAllByText('10 min ago')).not.toHaveLength(0);
  });

  it('does not show what was not measured as a full budget', async () => {
    show(entitySlos([slo({ state: 'no-data', budget: {}, burn: undefined })]));
    const line = await screen.findByRole('listitem');
    expect(within(line).getByText('No data')).toBeInTheDocument();
    expect(within(line).getByText('Not measured')).toBeInTheDocument();
    expect(line).not.toHaveTextContent(/100 %/);
  });

  it('does not call an outage empty, and an empty answer is', async () => {
    show(
      entitySlos([], {
        sources: [{ source: 'prometheus', state: 'unavailable' }],
      }),
    );
    expect(
      await screen.findByText('Prometheus is unavailable'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('No objective is recorded yet'),
    ).not.toBeInTheDocument();
  });
});
