import { mockServices } from '@backstage/backend-test-utils';
import { MemoryReadModel } from '../readModel';
import { RateBudget, statusError, UpstreamGuard } from '../upstream';
import { ObservedSource } from './ObservedSource';

const UPSTREAM = 'Amazon ECR';
const PAGES = 40;
const keyOf = (page: number) => `images of ${page}`;

/** What an upstream does while it is ill. */
const FAULTS: Record<string, (signal: AbortSignal) => Promise<unknown[]>> = {
  hangs: () => new Promise(() => {}),
  'fails with 500': async () => {
    throw statusError(UPSTREAM, 500);
  },
  'refuses credentials': async () => {
    throw statusError(UPSTREAM, 401);
  },
  'asks for quiet': async () => {
    throw statusError(UPSTREAM, 429, { retryAfter: '3600' });
  },
  'cannot be reached': async () => {
    throw Object.assign(new TypeError('fetch failed'), {
      cause: { code: 'ECONNREFUSED' },
    });
  },
  'answers nonsense': async () => JSON.parse('<html>'),
};

describe('with the defaults, an open page whose source', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each(Object.keys(FAULTS))(
    '%s is fresh within 30 s of healing',
    async fault => {
      let work: (signal: AbortSignal) => Promise<unknown[]> = async () => ['a'];
      const guard = new UpstreamGuard({
        upstream: UPSTREAM,
        budget: new RateBudget({ perSecond: 20, burst: 40 }),
      });
      const readModel = new MemoryReadModel();
      const observed = new ObservedSource({
        readModel,
        logger: mockServices.logger.mock(),
      });
      const longest = { answer: 0 };
      const view = async () => {
        const begin = Date.now();
        const answers = await Promise.all(
          Array.from({ length: PAGES }, (_, page) =>
            observed.observe({
              key: keyOf(page),
              source: 'amazon-ecr',
              maxAgeSeconds: 30,
              load: () => guard.read(signal => work(signal)),
            }),
          ),
        );
        longest.answer = Math.max(longest.answer, Date.now() - begin);
        return answers.flatMap(({ sources }) => sources);
      };
      const viewWithin = async (seconds: number) => {
        const states = view();
        await jest.advanceTimersByTimeAsync(seconds * 1_000);
        return states;
      };

      await viewWithin(3);
      work = FAULTS[fault];
      // Pages are read again once in a while, as their heartbeat does, and by nothing else.
      await viewWithin(60);
      const ill = await viewWithin(27);
      expect(ill.every(({ state }) => state === 'stale')).toBe(true);
      expect(longest.answer).toBeLessThanOrEqual(3_000);

      work = async () => ['b'];
      await jest.advanceTimersByTimeAsync(30_000);
      // Not by a view, which would itself read what it finds too old.
      const keys = Array.from({ length: PAGES }, (_, page) => keyOf(page));
      const states = await readModel.getStates(keys);
      expect(states.filter(state => state?.failingSince)).toEqual([]);
      expect((await readModel.get(keys[0]))?.value).toEqual(['b']);
      observed.stop();
    },
  );
});
