import { labelsOf } from '../promql';
import { SeriesWindow } from '../promql/window';
import { LoadCurve } from './LoadCurve';
import { ModelHandle } from './ModelHandle';
import { ModelSeries } from './ModelSeries';
import { ScrapeGrid } from './ScrapeGrid';
import { serviceProfile } from './ServiceProfile';
import { unitOf } from './unitOf';

const START = Date.UTC(2026, 0, 5, 9, 0, 17);
const HOUR = 3_600_000;
const curve = new LoadCurve('shop/prod', serviceProfile('shop', 'prod'), START);

function counter(weight: number, restarts: number[], endedAt?: number) {
  const series: ModelSeries = {
    labels: labelsOf({ __name__: 'c' }),
    life: { startedAt: START, endedAt, restarts },
    shape: {
      kind: 'counter',
      whole: true,
      amount: time => weight * (curve.requests(time) - curve.errors(time)),
    },
  };
  return new ModelHandle(series, new ScrapeGrid(30_000), START + 48 * HOUR);
}

describe('ModelHandle', () => {
  it.each([
    ['a busy counter', counter(0.3, [])],
    [
      'a counter that starts anew',
      counter(0.3, [START + 5 * HOUR, START + 5.5 * HOUR]),
    ],
    ['a counter that hardly counts', counter(0.00001, [START + 9 * HOUR])],
    ['a counter of a pod that is gone', counter(0.3, [], START + 7 * HOUR)],
  ])('knows of %s by edges what its samples show', (_, handle) => {
    for (let i = 0; i < 300; i++) {
      const to = START + unitOf('to', String(i)) * 50 * HOUR;
      const from = to - unitOf('length', String(i)) ** 3 * 20 * HOUR;
      const window = new SeriesWindow();
      window.load(handle.read(from, to));
      window.moveTo(from, to);
      expect(handle.edges!(from, to)).toEqual(window.edges());
    }
  });

  it('reads the same samples in one go and in parts', () => {
    const handle = counter(0.3, [START + 5 * HOUR]);
    const all = handle.read(START, START + 12 * HOUR);
    for (let hour = 0; hour < 12; hour++) {
      const part = handle.read(START + hour * HOUR, START + (hour + 1) * HOUR);
      const first = all.times.indexOf(part.times[0]);
      expect(part.values).toEqual(
        all.values.slice(first, first + part.values.length),
      );
    }
  });

  it('never counts down but at a restart', () => {
    const restart = START + 5 * HOUR;
    const { times, values } = counter(0.3, [restart]).read(
      START,
      START + 48 * HOUR,
    );
    const drops = [...times].filter(
      (_, index) => values[index] < values[index - 1],
    );
    expect(drops).toEqual([Math.ceil(restart / 30_000) * 30_000]);
  });

  it('ends with a stale marker at the scrape that finds nobody, and has no future', () => {
    const endedAt = START + 7 * HOUR;
    const gone = counter(0.3, [], endedAt).read(START, START + 60 * HOUR);
    const last = gone.times[gone.times.length - 1];
    expect(last).toBeLessThanOrEqual(endedAt);
    expect([...gone.stale]).toEqual([last + 30_000]);
    const running = counter(0.3, []).read(START, START + 60 * HOUR);
    expect(running.times[running.times.length - 1]).toBeLessThanOrEqual(
      START + 48 * HOUR,
    );
    expect(running.stale).toHaveLength(0);
  });
});
