import { toCsv } from './csv.js';
import { inState, sortBy, STATES } from './rows.js';
import { lowStock } from './stock.js';
import { table } from './table.js';
import './styles.css';

const at = id => document.getElementById(id);
const money = cents => (cents / 100).toFixed(2);
const state = {
  orders: [],
  sort: { column: 'total', direction: 'descending' },
};

const shown = () =>
  sortBy(
    inState(state.orders, at('state').value),
    state.sort.column,
    state.sort.direction,
  );

function drawOrders() {
  at('orders').replaceChildren(
    table({
      columns: [
        { key: 'id', title: 'Order' },
        { key: 'state', title: 'State' },
        { key: 'total', title: 'Total', format: money },
        { key: 'currency', title: 'Currency' },
        { key: 'reason', title: 'Reason' },
      ],
      rows: shown(),
      sort: state.sort,
      onSort: column => {
        const again =
          state.sort.column === column && state.sort.direction === 'ascending';
        state.sort = { column, direction: again ? 'descending' : 'ascending' };
        drawOrders();
      },
      empty: 'There are no orders in this state.',
    }),
  );
}

function drawStock(levels) {
  at('stock').replaceChildren(
    table({
      columns: [
        { key: 'sku', title: 'Item' },
        { key: 'available', title: 'Available' },
        { key: 'threshold', title: 'Buy again below' },
      ],
      rows: lowStock(levels),
      empty: 'Everything is in stock.',
    }),
  );
}

async function load(path, part, draw) {
  try {
    const response = await fetch(`/api/${path}`);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    draw(await response.json());
  } catch (error) {
    at('problem').hidden = false;
    at('problem').textContent = `${part} cannot be shown: ${error.message}.`;
  } finally {
    at(path.split('?')[0]).ariaBusy = 'false';
  }
}

at('state').append(
  new Option('all', ''),
  ...STATES.map(name => new Option(name)),
);
at('state').addEventListener('change', drawOrders);
at('export').addEventListener('click', () => {
  const columns = ['id', 'state', 'userId', 'total', 'currency', 'reason'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([toCsv(columns, shown())], { type: 'text/csv' }),
  );
  link.download = 'orders.csv';
  link.click();
  URL.revokeObjectURL(link.href);
});

load('stock', 'Stock', drawStock);
load('orders?limit=200', 'Orders', orders => {
  state.orders = orders;
  drawOrders();
});
