import { promqlProblem } from '@shopstack/plugin-slo-common/rules';
import {
  averageRatioOver,
  badEventsOver,
  eventsOverSpan,
  minutesWithData,
} from './spendingQueries';

const slo = {
  instance: 'main',
  id: 'a-b',
  service: 'a',
  name: 'b',
  labels: {},
};
const events = {
  errors:
    'sum(rate(x{code="[1h]"}[{{.window}}])) - sum(rate(y[{{.window}}] offset 5m))',
  total: 'sum_over_time((count(x))[{{.window}}:])',
};

it('moves every range of the span to its end, and nothing else', () => {
  const promql = badEventsOver(events, {
    seconds: 3_600,
    until: 1_700_000_000,
  });
  expect(promql).toBe(
    'sum((sum(rate(x{code="[1h]"}[1h] @ 1700000000)) - sum(rate(y[1h] @ 1700000000 offset 5m))) * 3600)',
  );
  expect(promqlProblem(promql!)).toBeUndefined();
});

it('moves subqueries', () => {
  const promql = eventsOverSpan(events, { seconds: 3_600, until: 5 });
  expect(promql).toBe('sum(sum_over_time((count(x))[1h:] @ 5))');
  expect(promqlProblem(promql!)).toBeUndefined();
});

it('asks about now without a moment', () => {
  expect(eventsOverSpan(events, { seconds: 60 })).not.toContain('@');
});

it('measures time by what was recorded, without what is no number', () => {
  expect(averageRatioOver(slo, 'ratio', { seconds: 7_200, until: 9 })).toBe(
    'max(avg_over_time((slo:sli_error:ratio_rate5m{sloth_id="a-b"} >= 0)[2h:1m] @ 9))',
  );
  expect(minutesWithData(slo, 'slices', { seconds: 7_200 })).toBe(
    'max(count_over_time((slo:sli_slice:error_ratio{sloth_id="a-b"} >= 0)[2h:1m]))',
  );
});

it('does not count what cannot be counted', () => {
  const opaque = { errors: 'avg_over_time(x[{{.window}}])', total: 'x' };
  expect(badEventsOver(opaque, { seconds: 60 })).toBeUndefined();
});
