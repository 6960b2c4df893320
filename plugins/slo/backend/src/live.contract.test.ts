import { Comparison } from './__testUtils__/live/Comparison';
import type { Live } from './__testUtils__/live/Live';
import { LiveWorld } from './__testUtils__/live/LiveWorld';
import { tellsFaults } from './__testUtils__/live/suites/faults';
import { tellsOfANewServer } from './__testUtils__/live/suites/newServer';
import { tellsNumbers } from './__testUtils__/live/suites/numbers';
import { tellsPages } from './__testUtils__/live/suites/pages';
import { tellsStates } from './__testUtils__/live/suites/states';
import { hasRealPrometheus } from './__testUtils__/startRealPrometheus';

jest.setTimeout(180_000);

const describeReal = hasRealPrometheus(
  'the plugin is not held to a server that scrapes',
)
  ? describe
  : describe.skip;

/** The traffic is driven once, and then frozen: what follows only looks, in this order. */
describeReal('slo backend on a Prometheus that scrapes', () => {
  let world: LiveWorld | undefined;
  let live: Live;
  beforeAll(async () => {
    world = await LiveWorld.start();
    await world.drive();
    live = {
      world,
      portal: await world.startPortal(),
      compared: new Comparison(world),
    };
  });
  afterAll(() => world?.stop());

  describe('numbers', () => {
    tellsNumbers(() => live);
  });
  describe('states', () => {
    tellsStates(() => live);
  });
  describe('pages', () => {
    tellsPages(() => live);
  });
  describe('faults', () => {
    tellsFaults(() => live);
  });
});

describeReal('slo backend on a Prometheus without a past', tellsOfANewServer);
