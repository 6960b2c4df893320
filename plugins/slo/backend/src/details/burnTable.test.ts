import type { SloAlert } from '@shopstack/plugin-slo-common';
import { burnThresholds } from './alertThresholds';
import { burnTable } from './burnTable';

const MONTH = 30 * 86_400;
const thresholds = burnThresholds(
  { objective: 99, windowSeconds: MONTH },
  { records: new Map(), alerts: {} },
);

function table(
  ratios: Record<string, number>,
  { remaining = 0.5, alerts = [] as SloAlert[] } = {},
) {
  return burnTable(thresholds, {
    objective: 99,
    windowSeconds: MONTH,
    remaining,
    ratios: new Map(Object.entries(ratios)),
    alerts,
  });
}

it('compares each pair with its threshold and says what it means', () => {
  const [pageQuick, pageSlow, ticketQuick, ticketSlow] = table({
    '5m': 0.2,
    '1h': 0.15,
    '30m': 0.01,
    '6h': 0.07,
    '2h': 0.05,
    '1d': 0.001,
    '3d': 0.002,
  });
  expect(pageQuick).toMatchObject({ word: 'critical' });
  expect(pageQuick.short).toBeCloseTo(20, 9);
  expect(pageQuick.long).toBeCloseTo(15, 9);
  expect(pageSlow.word).toBe('recovering');
  expect(ticketQuick.word).toBe('increasing');
  expect(ticketSlow).toMatchObject({ word: 'increasing' });
});

it('tells the end from the budget that is left, not from a full one', () => {
  const [row] = table({ '5m': 0.01, '1h': 0.02 }, { remaining: 0.25 });
  expect(row.exhaustsInSeconds).toBeCloseTo((0.25 * MONTH) / 2, 3);
});

it('tells no end where nothing burns, and zero where it has come', () => {
  expect(table({ '1h': 0 })[0].exhaustsInSeconds).toBeUndefined();
  expect(table({ '1h': 0.1 }, { remaining: -3 })[0].exhaustsInSeconds).toBe(0);
});

it('does not know what is not measured', () => {
  const [row] = table({ '5m': Number.NaN, '1h': Number.POSITIVE_INFINITY });
  expect(row).toMatchObject({ word: 'unknown' });
  expect(row).not.toHaveProperty('short');
  expect(row).not.toHaveProperty('long');
  expect(row).not.toHaveProperty('exhaustsInSeconds');
});

it('shows the worst alert of a severity', () => {
  const alert = (status: SloAlert['status']): SloAlert => ({
    name: 'Alert',
    severity: 'page',
    status,
  });
  const rows = table({}, { alerts: [alert('pending'), alert('firing')] });
  expect(rows.map(row => row.alert?.status)).toEqual([
    'firing',
    'firing',
    undefined,
    undefined,
  ]);
});
