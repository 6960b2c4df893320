import { mockServices } from '@backstage/backend-test-utils';
import { storeDatabases } from '../testing';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { createObservedSource } from './createObservedSource';

describe('ChangeAnnouncer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says what changed, once and together', async () => {
    const publish = jest.fn(async () => {});
    const announcer = ChangeAnnouncer.create({
      signals: { publish },
      logger: mockServices.logger.mock(),
    });
    announcer.announce([]);
    announcer.announce(['a', 'b']);
    await jest.advanceTimersByTimeAsync(150);
    announcer.announce(['b', 'c']);
    expect(publish).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(50);
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'shopstack:observed',
          message: { topics: ['a', 'b', 'c'] },
        },
      ],
    ]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('cuts what is too much for one message', async () => {
    const sizes: number[] = [];
    const announcer = ChangeAnnouncer.create({
      signals: {
        publish: async ({ message }) => {
          sizes.push((message.topics as string[]).length);
        },
      },
      logger: mockServices.logger.mock(),
    });
    announcer.announce(Array.from({ length: 1_200 }, (_, at) => `${at}`));
    await jest.advanceTimersByTimeAsync(200);
    expect(sizes).toEqual([500, 500, 200]);
  });

  it('goes on when nobody can be told', async () => {
    const logger = mockServices.logger.mock();
    const publish = jest.fn().mockRejectedValueOnce(new Error('no bus'));
    const announcer = ChangeAnnouncer.create({ signals: { publish }, logger });
    announcer.announce(['a']);
    await jest.advanceTimersByTimeAsync(200);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('no bus'));
    announcer.announce(['b']);
    await jest.advanceTimersByTimeAsync(200);
    expect(publish).toHaveBeenCalledTimes(2);
  });
});

describe.each(storeDatabases())('createObservedSource on $name', ({ open }) => {
  const create = async (data = {}) => {
    const lifecycle = mockServices.lifecycle.mock();
    const scheduler = mockServices.scheduler.mock();
    const made = await createObservedSource({
      config: mockServices.rootConfig({ data }),
      database: (await open()).database,
      logger: mockServices.logger.mock(),
      signals: { publish: jest.fn() },
      lifecycle,
      scheduler,
    });
    return { ...made, lifecycle, scheduler };
  };

  it('observes, stops with the plugin, and forgets what is old', async () => {
    const { observed, readModel, lifecycle, scheduler } = await create();
    const answer = await observed.observe({
      key: 'x',
      source: 'amazon-ecr',
      maxAgeSeconds: 30,
      load: async () => ['a'],
    });
    expect(answer.items).toEqual(['a']);
    expect(await readModel.get('x')).toMatchObject({ value: ['a'] });
    await readModel.recordSuccess('old', ['b'], new Date('2020-01-01'));

    const [task] = scheduler.scheduleTask.mock.calls[0];
    expect(task).toMatchObject({ scope: 'global' });
    await task.fn(new AbortController().signal);
    expect(await readModel.get('old')).toBeUndefined();
    expect(await readModel.get('x')).toBeDefined();

    const stop = jest.spyOn(observed, 'stop');
    lifecycle.addShutdownHook.mock.calls[0][0]();
    expect(stop).toHaveBeenCalled();
  });

  it('takes its times from the configuration', async () => {
    const { observed } = await create({
      observe: { firstPatienceSeconds: 0.02, watchSeconds: 0.001 },
    });
    const answer = await observed.observe({
      key: 'x',
      source: 'amazon-ecr',
      maxAgeSeconds: 30,
      load: () => new Promise<never>(() => {}),
    });
    expect(answer.sources[0].state).toBe('unavailable');
    observed.stop();

    await expect(create({ observe: { restSeconds: 0 } })).rejects.toThrow(
      'observe.restSeconds must be more than 0',
    );
  });
});
