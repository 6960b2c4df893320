import { latencyTarget } from './latencyTarget';

const bucket = (
  le: string,
  metric = 'http_request_duration_seconds_bucket',
) => ({
  subject: 'errors',
  promql: `sum(rate(${metric}{job="orders",le="${le}"}[5m]))`,
});

describe('latencyTarget', () => {
  it('is the bound of the bucket', () => {
    expect(latencyTarget([bucket('0.4'), bucket('0.40')])).toBe(0.4);
  });

  it('is not guessed', () => {
    expect(latencyTarget([])).toBeUndefined();
    expect(latencyTarget([bucket('0.4'), bucket('1')])).toBeUndefined();
    expect(latencyTarget([bucket('400', 'duration_bucket')])).toBeUndefined();
    expect(latencyTarget([bucket('+Inf')])).toBeUndefined();
  });
});
