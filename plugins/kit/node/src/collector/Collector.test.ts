import { mockServices } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import { currentLane, type Lane } from '../lane';
import { Collector } from './Collector';

async function start(pass: (signal: AbortSignal) => Promise<any>) {
  const scheduler = mockServices.scheduler.mock();
  const logger = mockServices.logger.mock();
  await new Collector({
    id: 'collect-images',
    scheduler,
    logger,
    frequency: { minutes: 5 },
    timeout: { minutes: 4 },
    pass,
  }).start();
  const [task] = scheduler.scheduleTask.mock.calls[0];
  const run = () => task.fn(new AbortController().signal);
  return { task, logger, run };
}

describe('Collector', () => {
  it('runs in one replica, in the background, and tells what it cost', async () => {
    const lanes: Lane[] = [];
    const { task, logger, run } = await start(async () => {
      lanes.push(currentLane());
      return { items: 1_000, calls: 22 };
    });
    expect(task).toMatchObject({
      id: 'collect-images',
      scope: 'global',
      frequency: { minutes: 5 },
      timeout: { minutes: 4 },
    });
    await run();
    expect(lanes).toEqual(['background']);
    expect(logger.info.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^Collector collect-images: 1000 items in \d+\.\d s with 22 calls$/,
        ),
      ],
    ]);
  });

  it('never overlaps itself', async () => {
    const slow = createDeferred<{ items: number }>();
    const pass = jest.fn(async () => slow);
    const { logger, run } = await start(pass);
    const first = run();
    await run();
    expect(pass).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    slow.resolve({ items: 1 });
    await first;
    await run();
    expect(pass).toHaveBeenCalledTimes(2);
  });

  it('hands a failure to the scheduler, and goes on the next time', async () => {
    const pass = jest
      .fn()
      .mockRejectedValueOnce(new Error('throttled'))
      .mockResolvedValue({ items: 0 });
    const { logger, run } = await start(pass);
    await expect(run()).rejects.toThrow('throttled');
    await run();
    expect(logger.info).toHaveBeenCalledTimes(1);
  });
});
