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
  budget: {
    remaining: -1,
    events: { total: 1_000, bad: 20, allowed: 10, left: -10 },
  },
  window: { kind: 'calendar' as const, seconds: 1_000, text: 'month' },
};

it('adds the events of a rolling window to what is recorded of it', () => {
  const found = detailBudget(rolling, 'events', {
    total: 10_000,
    bad: 30,
    warnings: [],
  });
  expect(found.sli).toBe(0.995);
  expect(found.budget.remaining).toBe(0.5);
  expect(found.budget.events).toMatchObject({ total: 10_000, bad: 30 });
  expect(found.budget.events?.left).toBeCloseTo(70, 9);
});

it('leaves a calendar window as lists show it', () => {
  expect(detailBudget(calendar, 'events', undefined)).toEqual({
    sli: 0.995,
    budget: calendar.budget,
  });
});

it('has minutes of all the time of the window where time is counted', () => {
  const found = detailBudget(
    { ...rolling, budgeting: 'timeslices' },
    'slices',
    undefined,
  );
  expect(found.budget.minutes?.left).toBeCloseTo(1_000 / 60 / 200, 9);
  expect(found.budget.events).toBeUndefined();
});

it('never takes a calendar window without data for a whole budget', () => {
  const unknown = { ...calendar, sli: undefined, budget: {} };
  expect(detailBudget(unknown, 'events', undefined)).toEqual({ budget: {} });
});
