import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MarkerHandles } from './MarkerHandles';
import type { ChartMarker } from './types';

const marker = (at: number, name: string): ChartMarker => ({
  id: name,
  at,
  label: `${name} deployed`,
  card: <p>card of {name}</p>,
});

const render = (markers: ChartMarker[]) =>
  renderInTestApp(
    <MarkerHandles
      label="Deployments"
      markers={markers}
      x={[0, 1_000]}
      box={{ left: 60, width: 1_000 }}
    />,
  );

describe('MarkerHandles', () => {
  it('open at the newest, and go from one to the next by arrows', async () => {
    const user = userEvent.setup();
    render([marker(100, 'first'), marker(500, 'second')]);
    await screen.findByRole('group', { name: 'Deployments' });
    await user.tab();
    expect(screen.getByText('card of second')).toBeInTheDocument();
    await user.keyboard('{ArrowLeft}');
    expect(
      screen.getByRole('button', { name: 'first deployed' }),
    ).toHaveFocus();
    expect(screen.getByText('card of first')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('card of first')).not.toBeInTheDocument();
  });

  it('say together what stands together', async () => {
    const user = userEvent.setup();
    render(['a', 'b', 'c', 'd', 'e'].map((name, index) => marker(index, name)));
    await user.hover(
      await screen.findByRole('button', {
        name: '5 deployments: a deployed; b deployed; c deployed; d deployed; e deployed',
      }),
    );
    expect(screen.getByText('card of e')).toBeInTheDocument();
    expect(screen.queryByText('card of b')).not.toBeInTheDocument();
    expect(screen.getByText('and 2 more; zoom in to see them')).toBeVisible();
  });
});
