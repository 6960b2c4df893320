import { CannedReader } from '../details/__testUtils__/createTestDetails';
import { InstanceClock, withClock } from './InstanceClock';

it('learns the time of a Prometheus from answers of now', async () => {
  const reader = new CannedReader();
  const { prometheus, clock } = withClock(
    reader,
    new InstanceClock(() => 1_000),
  );
  expect(clock.now()).toBe(1_000);

  reader.onQuery = () => [{ labels: {}, value: 1, at: 4_600 }];
  await prometheus.query('x', { time: 4_600 });
  expect(clock.now()).toBe(1_000);
  await prometheus.query('x');
  expect(clock.now()).toBe(4_600);

  reader.onQuery = () => [{ labels: {}, value: 1, at: 998.5 }];
  await prometheus.query('x');
  expect(clock.now()).toBe(1_000);
});

it('takes what is kept of earlier answers until one of now tells', async () => {
  const reader = new CannedReader();
  const { prometheus, clock } = withClock(
    reader,
    new InstanceClock(() => 1_000),
  );
  clock.presume(-600);
  expect(clock.now()).toBe(400);

  reader.onQuery = () => [{ labels: {}, value: 1, at: 1_100 }];
  await prometheus.query('x');
  clock.presume(-600);
  expect(clock.now()).toBe(1_100);
});
