import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DenseColumn } from './columns';
import { DenseTable } from './DenseTable';

interface Row {
  name: string;
  size: number;
}

const columns: DenseColumn<Row>[] = [
  { id: 'name', label: 'Name', isRowHeader: true, render: row => row.name },
  { id: 'size', label: 'Size', align: 'end', render: row => row.size },
];

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `row-${index}`,
    size: index,
  }));

describe('DenseTable', () => {
  it('names its columns and its rows', async () => {
    renderInTestApp(
      <DenseTable
        label="Sizes"
        columns={columns}
        items={rows(2)}
        keyOf={row => row.name}
      />,
    );
    const table = await screen.findByRole('table', { name: 'Sizes' });
    expect(
      within(table).getByRole('columnheader', { name: 'Size' }),
    ).toBeInTheDocument();
    expect(
      within(table).getByRole('rowheader', { name: /row-1/ }),
    ).toBeInTheDocument();
  });

  it('shows the first rows, and all on request', async () => {
    const user = userEvent.setup();
    renderInTestApp(
      <DenseTable
        label="Sizes"
        columns={columns}
        items={rows(300)}
        keyOf={row => row.name}
      />,
    );
    expect(await screen.findAllByRole('rowheader')).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: 'Show all 300' }));
    expect(screen.getAllByRole('rowheader')).toHaveLength(300);
  });

  it('opens and closes a row, and offers nothing where nothing is below', async () => {
    const user = userEvent.setup();
    renderInTestApp(
      <DenseTable
        label="Sizes"
        columns={columns}
        items={rows(2)}
        keyOf={row => row.name}
        expand={row => (row.size === 1 ? <p>the details</p> : undefined)}
      />,
    );
    const open = await screen.findByRole('button', {
      name: 'Show details of row-1',
    });
    expect(
      screen.queryByRole('button', { name: 'Show details of row-0' }),
    ).not.toBeInTheDocument();
    await user.click(open);
    expect(screen.getByText('the details')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Hide details of row-1' }),
    );
    expect(screen.queryByText('the details')).not.toBeInTheDocument();
  });

  it('opens by a click on the row, but not on a control inside it', async () => {
    const user = userEvent.setup();
    const onOpen = jest.fn();
    const onPress = jest.fn();
    renderInTestApp(
      <DenseTable
        label="Sizes"
        columns={[
          ...columns,
          {
            id: 'action',
            label: 'Action',
            render: () => (
              <button type="button" onClick={onPress}>
                copy
              </button>
            ),
          },
        ]}
        items={rows(1)}
        keyOf={row => row.name}
        onOpen={onOpen}
        isCurrent={() => true}
      />,
    );
    await user.click(await screen.findByRole('button', { name: 'copy' }));
    expect(onPress).toHaveBeenCalledTimes(1);
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(screen.getByText('row-0'));
    expect(onOpen).toHaveBeenCalledWith({ name: 'row-0', size: 0 });
    expect(screen.getByText('row-0').closest('tr')).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  it('marks what a narrow table leaves out, in the head and in the rows', async () => {
    renderInTestApp(
      <DenseTable
        label="Sizes"
        columns={[columns[0], { ...columns[1], isSecondary: true }]}
        items={rows(1)}
        keyOf={row => row.name}
      />,
    );
    const head = await screen.findByRole('columnheader', { name: 'Size' });
    expect(head).toHaveAttribute('data-secondary');
    expect(screen.getByRole('cell')).toHaveAttribute('data-secondary');
    expect(screen.getByRole('rowheader')).not.toHaveAttribute('data-secondary');
  });

  it('opens the rows that the page says, and tells it what is asked for', async () => {
    const user = userEvent.setup();
    const onToggle = jest.fn();
    renderInTestApp(
      <DenseTable
        label="Sizes"
        columns={columns}
        items={rows(2)}
        keyOf={row => row.name}
        nameOf={row => row.name}
        expand={row => `more of ${row.name}`}
        isOpen={row => row.name === 'row-1'}
        onToggle={onToggle}
      />,
    );
    expect(await screen.findByText('more of row-1')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Show details of row-0' }),
    );
    expect(onToggle).toHaveBeenCalledWith({ name: 'row-0', size: 0 });
    expect(screen.queryByText('more of row-0')).not.toBeInTheDocument();
  });
});
