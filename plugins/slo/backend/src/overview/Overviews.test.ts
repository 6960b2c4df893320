import { mockServices } from '@backstage/backend-test-utils';
import { MemoryReadModel, ObservedSource } from '@shopstack/plugin-kit-node';
import { CannedReader } from '../details/__testUtils__/createTestDetails';
import { ObservedRules } from '../rules/ObservedRules';
import { InstanceClock, withClock } from '../upstream/InstanceClock';
import { Calendars } from './Calendars';
import { Histories } from './Histories';
import { Overviews } from './Overviews';
import { RuleHealths } from './RuleHealths';

const HOUR = 3_600;

it('tells the clock of a Prometheus what is kept of it after a restart', async () => {
  const readModel = new MemoryReadModel();
  const reader = new CannedReader();
  reader.onQuery = () => [
    { labels: {}, value: 1, at: Math.round(Date.now() / 1000) + HOUR },
  ];
  /** The overviews of a portal that starts, and the clock that it has for its Prometheus. */
  const start = () => {
    const observed = new ObservedSource({
      readModel,
      logger: mockServices.logger.mock(),
      watchMs: 0,
      firstPatienceMs: 60_000,
    });
    const instance = withClock(reader, new InstanceClock());
    const overviews = new Overviews({
      instances: [{ name: 'main', ...instance, alertsUrl: () => undefined }],
      observed,
      calendars: new Calendars(observed),
      histories: new Histories(observed),
      rules: new RuleHealths(new ObservedRules(observed)),
      maxAgeSeconds: 30,
      announce: () => {},
    });
    return { overviews, clock: instance.clock };
  };
  await start().overviews.observe();
  const asked = reader.asked.length;

  const { overviews, clock } = start();
  expect(Math.abs(clock.now() - Date.now() / 1000)).toBeLessThan(60);
  await overviews.observe();
  expect(reader.asked).toHaveLength(asked);
  expect(Math.abs(clock.now() - Date.now() / 1000 - HOUR)).toBeLessThan(60);
});
