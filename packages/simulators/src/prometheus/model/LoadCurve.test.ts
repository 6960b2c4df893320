import { releaseIncident } from './incidents';
import { BIN, LoadCurve } from './LoadCurve';
import { serviceProfile } from './ServiceProfile';

const MONDAY = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const profile = serviceProfile('order', 'prod');

function curveFrom(start: number): LoadCurve {
  return new LoadCurve('order/prod', profile, start);
}

describe('LoadCurve', () => {
  it('tells the same story wherever it begins, and in whatever order it is asked', () => {
    const early = curveFrom(MONDAY - 30 * 24 * HOUR);
    const late = curveFrom(MONDAY);
    const asked = curveFrom(MONDAY);
    asked.requests(MONDAY + 48 * HOUR);
    const growth = (curve: LoadCurve, from: number) =>
      curve.requests(from + HOUR) - curve.requests(from);
    for (const hour of [0, 13, 40]) {
      const from = MONDAY + hour * HOUR;
      expect(growth(early, from)).toBeCloseTo(growth(late, from), 3);
      expect(growth(asked, from)).toBe(growth(late, from));
    }
  });

  it('has days with a shape, and fewer failures than requests', () => {
    const curve = curveFrom(MONDAY);
    const perHour = Array.from({ length: 24 }, (_, hour) => {
      const from = MONDAY + hour * HOUR;
      return curve.requests(from + HOUR) - curve.requests(from);
    });
    expect(Math.max(...perHour) / Math.min(...perHour)).toBeGreaterThan(2);
    const day = MONDAY + 24 * HOUR;
    expect(curve.requests(day) / 86_400).toBeGreaterThan(
      profile.requestsPerSecond / 2,
    );
    expect(curve.errors(day)).toBeLessThan(curve.requests(day) / 20);
    expect(curve.errors(day)).toBeGreaterThan(0);
  });

  it('shows a bad release after it, and changes nothing before', () => {
    const releasedAt = MONDAY + 10 * HOUR + 123_456;
    const incident = releaseIncident('order/prod', releasedAt, 1)!;
    const calm = curveFrom(MONDAY);
    const troubled = curveFrom(MONDAY);
    troubled.releaseIncidents = [incident];
    expect(troubled.errors(releasedAt)).toBe(calm.errors(releasedAt));
    const end = incident.end + BIN;
    expect(troubled.errors(end)).toBeGreaterThan(calm.errors(end) * 1.5);
    expect(troubled.requests(end)).toBe(calm.requests(end));
  });
});
