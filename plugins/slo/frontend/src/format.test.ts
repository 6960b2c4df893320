import {
  formatBudget,
  formatBurn,
  formatEvents,
  formatObjective,
  formatSli,
  formatTimeLeft,
} from './format';

describe('numbers of objectives', () => {
  it.each([
    [99.9, '99.9 %'],
    [99, '99 %'],
    [99.999, '99.999 %'],
  ])('writes the objective %d as it was stated', (objective, text) => {
    expect(formatObjective(objective)).toBe(text);
  });

  it.each([
    [0.99953, 99.9, '99.953 %'],
    [0.9999999, 99.9, '99.999 %'],
    [1, 99.9, '100.000 %'],
    [0.99, 99, '99.00 %'],
    [0.97, 95, '97.00 %'],
  ])('cuts the SLI %d off and never rounds it up', (share, objective, text) => {
    expect(formatSli(share, objective)).toBe(text);
  });

  it.each([
    [1, '100 %'],
    [0.99999, '99.9 %'],
    [0.716, '71 %'],
    [0.0425, '4.2 %'],
    [0.0000001, '< 0.1 %'],
    [0, '0 %'],
    [-4.69e-14, '0 %'],
    [-0.0005, '> -0.1 %'],
    [-0.14, '-14 %'],
    [-47.35, '-4,735 %'],
  ])('writes the budget %d as %s', (remaining, text) => {
    expect(formatBudget(remaining)).toBe(text);
  });

  it.each([
    [0, '0×'],
    [0.004, '< 0.01×'],
    [0.02, '0.02×'],
    [0.3, '0.3×'],
    [2.14, '2.1×'],
    [14.4, '14×'],
    [1234, '1,234×'],
  ])('writes the burn rate %d as %s', (burn, text) => {
    expect(formatBurn(burn)).toBe(text);
  });

  it.each([
    [0.4, '0.4'],
    [9, '9'],
    [530.9, '530'],
    [12345.6, '12,345'],
    [3_400_000, '3.4M'],
  ])('writes %d events as %s', (events, text) => {
    expect(formatEvents(events)).toBe(text);
  });

  it.each([
    [20, '< 1 min'],
    [12 * 60, '12 min'],
    [5 * 3_600 + 600, '5 h 10 min'],
    [20 * 3_600 + 600, '20 h'],
    [3 * 86_400 + 4 * 3_600, '3 d 4 h'],
    [41.5 * 86_400, '41 d'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatTimeLeft(seconds)).toBe(text);
  });
});
