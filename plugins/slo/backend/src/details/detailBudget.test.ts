import { detailBudget } from './detailBudget';

const rolling = {
  objective: 99,
  sli: 0.995,
  budget: { remaining: 0.5 },
  budgeting: 'occurrences' as const,
  window: { kind: 'rolling' as const, seconds: 1_000, text: '30d' },
};
const calendar = {
  ...rolling,
  window: { kind: 'calendar' as const, seconds: 1_000, text: 'month' },
};

it('adds the events of a rolling window to what is recorded of it', () => {
  const found = detailBudget(rolling, 'events', {
    elapsed: 1_000,
    total: 10_000,
    bad: 30,
    warnings: [],
  });
  expect(found.sli).toBe(0.995);
  expect(found.budget.remaining).toBe(0.5);
  expect(found.budget.events).toMatchObject({ total: 10_000, bad: 30 });
  expect(found.budget.events?.left).toBeCloseTo(70, 9);
});

it('measures a calendar window from its own start', () => {
  const found = detailBudget(calendar, 'events', {
    elapsed: 100,
    total: 1_000,
    bad: 20,
    warnings: [],
  });
  expect(found.sli).toBeCloseTo(0.98, 12);
  expect(found.budget.remaining).toBeCloseTo(-1, 9);
  expect(found.budget.events?.left).toBeCloseTo(-10, 9);
});

it('counts time against all the time of the window', () => {
  const found = detailBudget(
    { ...calendar, budgeting: 'timeslices' },
    'slices',
    { elapsed: 100, total: 50, bad: 1, warnings: [] },
  );
  // 2 % of a tenth of the window, of a budget of 1 %.
  expect(found.budget.remaining).toBeCloseTo(0.8, 9);
  expect(found.budget.minutes?.total).toBeCloseTo(1_000 / 60 / 100, 9);
  expect(found.budget.events).toBeUndefined();
});

it('has minutes for a rolling objective that counts time', () => {
  const found = detailBudget(
    { ...rolling, budgeting: 'timeslices' },
    'slices',
    undefined,
  );
  expect(found.budget.minutes?.left).toBeCloseTo(1_000 / 60 / 200, 9);
});

it('never takes a calendar window without data for a whole budget', () => {
  expect(detailBudget(calendar, 'events', undefined)).toEqual({ budget: {} });
});
