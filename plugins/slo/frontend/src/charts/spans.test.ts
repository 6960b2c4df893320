import { conditionSpans } from './spans';

const spans = (
  short: (number | null)[],
  long: (number | null)[],
  holdSeconds = 0,
) =>
  conditionSpans({
    times: [0, 60, 120, 180, 240],
    step: 60,
    short,
    long,
    threshold: [14.4, 14.4, 14.4, 14.4, 14.4],
    holdSeconds,
  });

describe('conditionSpans', () => {
  it('shades where both are above, not where one is', () => {
    expect(spans([20, 20, 20, 1, 1], [1, 20, 20, 20, 20])).toEqual([
      { from: 60, to: 180, tone: 'bad' },
    ]);
  });

  it('shades the wait of a rule apart', () => {
    expect(spans([20, 20, 20, 20, 20], [20, 20, 20, 20, 20], 120)).toEqual([
      { from: 0, to: 120, tone: 'warning' },
      { from: 120, to: 300, tone: 'bad' },
    ]);
  });

  it('does not call firing what ended before the wait', () => {
    expect(spans([20, 1, 1, 1, 1], [20, 1, 1, 1, 1], 300)).toEqual([
      { from: 0, to: 60, tone: 'warning' },
    ]);
  });

  it('sees nothing in gaps', () => {
    expect(spans([null, 20, null, null, null], [20, null, 20, 1, 1])).toEqual(
      [],
    );
  });
});
