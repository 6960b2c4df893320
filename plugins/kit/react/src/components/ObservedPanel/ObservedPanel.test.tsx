import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Observed } from '@shopstack/plugin-kit-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ObservedState } from '../../hooks';
import { ObservedPanel } from './ObservedPanel';

const asOf = new Date(Date.now() - 12_000).toISOString();

function state(
  part: Partial<ObservedState<Observed<string>>>,
): ObservedState<Observed<string>> {
  return {
    loading: false,
    refreshing: false,
    data: undefined,
    error: undefined,
    answeredAt: undefined,
    refresh: () => {},
    ...part,
  };
}

function render(part: Partial<ObservedState<Observed<string>>>) {
  renderInTestApp(
    <ObservedPanel
      title="Images"
      state={state(part)}
      failureTitle="The images could not be read"
      skeleton={<p>skeleton</p>}
      isEmpty={data => data.items.length === 0}
      empty={<p>nothing was pushed yet</p>}
    >
      {data => <p>{data.items.join(' ')}</p>}
    </ObservedPanel>,
  );
}

describe('ObservedPanel', () => {
  it('keeps the place while loading', async () => {
    render({ loading: true });
    expect(await screen.findByText('skeleton')).toBeInTheDocument();
  });

  it('shows the items and their age', async () => {
    render({
      data: {
        items: ['a', 'b'],
        sources: [{ source: 'amazon-ecr', state: 'ok', asOf }],
      },
    });
    expect(await screen.findByText('a b')).toBeInTheDocument();
    expect(screen.getByText('12 s ago')).toBeInTheDocument();
  });

  it('calls an empty list empty only when every source answered', async () => {
    render({
      data: { items: [], sources: [{ source: 'amazon-ecr', state: 'ok' }] },
    });
    expect(
      await screen.findByText('nothing was pushed yet'),
    ).toBeInTheDocument();
  });

  it('never calls an outage empty', async () => {
    render({
      data: {
        items: [],
        sources: [{ source: 'amazon-ecr', state: 'unavailable' }],
      },
    });
    expect(
      await screen.findByText('Amazon ECR is unavailable'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('nothing was pushed yet'),
    ).not.toBeInTheDocument();
  });

  it('dims the last good answer of a stale source', async () => {
    render({
      data: {
        items: ['a'],
        sources: [{ source: 'amazon-ecr', state: 'stale', asOf }],
      },
    });
    const item = await screen.findByText('a');
    expect(item.closest('[data-stale]')).not.toBeNull();
  });

  it('keeps what it has when our own backend fails, and asks again on request', async () => {
    const refresh = jest.fn();
    render({
      error: new Error('database is locked'),
      data: {
        items: ['a'],
        sources: [{ source: 'amazon-ecr', state: 'ok', asOf }],
      },
      refresh,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The images could not be read',
    );
    expect(screen.getByText('a')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
