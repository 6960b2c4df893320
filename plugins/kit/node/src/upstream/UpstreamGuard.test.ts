import { createDeferred } from '@backstage/types';
import { runInBackground } from '../lane';
import { RateBudget } from './RateBudget';
import { faultError, statusError } from './reasons';
import { UpstreamError } from './UpstreamError';
import { UpstreamGuard } from './UpstreamGuard';

const guard = (options = {}) =>
  new UpstreamGuard({ upstream: 'Amazon ECR', backoffMs: 1, ...options });

describe('UpstreamGuard', () => {
  it('asks again after a fault of the moment', async () => {
    const work = jest
      .fn()
      .mockRejectedValueOnce(statusError('Amazon ECR', 503))
      .mockRejectedValueOnce(
        Object.assign(new TypeError('fetch failed'), {
          cause: { code: 'ECONNREFUSED' },
        }),
      )
      .mockResolvedValue('answer');

    await expect(guard().read(work)).resolves.toBe('answer');
    expect(work).toHaveBeenCalledTimes(3);
  });

  it.each([
    [400, 'rejected'],
    [401, 'credentials-refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
  ])('does not ask again after %s', async (status, fault) => {
    const work = jest.fn().mockRejectedValue(statusError('Amazon ECR', status));

    await expect(guard().read(work)).rejects.toMatchObject({ fault });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('ends what hangs, tells the caller to stop, and does not ask again', async () => {
    let stopped = false;
    const work = jest.fn(
      (signal: AbortSignal) =>
        new Promise<never>(() => {
          signal.addEventListener('abort', () => {
            stopped = true;
          });
        }),
    );

    await expect(guard({ timeoutMs: 20 }).read(work)).rejects.toMatchObject({
      fault: 'timed-out',
      message: 'Amazon ECR does not answer in time',
    });
    expect(stopped).toBe(true);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('leaves an upstream alone that fails again and again, and tries it later', async () => {
    const work = jest
      .fn()
      .mockRejectedValue(faultError('failed', 'Amazon ECR'));
    const it = guard({ retries: 0, breakAfter: 3, pauseMs: 1 });
    for (let i = 0; i < 3; i++) {
      await expect(it.read(work)).rejects.toMatchObject({ fault: 'failed' });
    }
    const closed = guard({ retries: 0, breakAfter: 1, pauseMs: 60_000 });
    await expect(closed.read(work)).rejects.toMatchObject({ fault: 'failed' });
    work.mockClear();

    await expect(closed.read(work)).rejects.toMatchObject({ fault: 'paused' });
    expect(work).not.toHaveBeenCalled();

    await new Promise(resolve => setImmediate(resolve));
    const deadline = Date.now() + 30_000;
    let answer: string | undefined;
    while (answer === undefined && Date.now() < deadline) {
      answer = await it.read(async () => 'healed').catch(() => undefined);
    }
    expect(answer).toBe('healed');
  });

  it('lets nobody call who waited for a turn while it fell ill', async () => {
    jest.useFakeTimers();
    try {
      const it = guard({ concurrency: 2, breakAfter: 2, timeoutMs: 10_000 });
      const hang = jest.fn(() => new Promise<never>(() => {}));
      const calls = Array.from({ length: 50 }, () =>
        it.read(hang).catch(error => error.fault),
      );
      // The first hang to end gives its place away before the second one breaks the circuit.
      await jest.advanceTimersByTimeAsync(20_002);
      const faults = await Promise.all(calls);
      expect(hang).toHaveBeenCalledTimes(3);
      expect(faults.filter(fault => fault === 'paused')).toHaveLength(47);
    } finally {
      jest.useRealTimers();
    }
  });

  it('does not take a refusal for an illness', async () => {
    const work = jest.fn().mockRejectedValue(statusError('Amazon ECR', 404));
    const it = guard({ breakAfter: 1, pauseMs: 60_000 });
    await expect(it.read(work)).rejects.toMatchObject({ fault: 'not-found' });
    await expect(it.read(async () => 'other')).resolves.toBe('other');
  });

  it('never makes more calls at once than it may', async () => {
    let running = 0;
    let most = 0;
    const it = guard({ concurrency: 3 });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        it.read(async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise(resolve => setImmediate(resolve));
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(3);
  });

  it('waits as long as it is asked to, and keeps others from calling', async () => {
    jest.useFakeTimers();
    try {
      const it = guard({ retries: 1 });
      const work = jest
        .fn()
        .mockRejectedValueOnce(
          statusError('Amazon ECR', 429, { retryAfter: '3' }),
        )
        .mockResolvedValue('answer');
      const first = it.read(work);
      await jest.advanceTimersByTimeAsync(0);
      const second = it.read(work);
      await jest.advanceTimersByTimeAsync(2_990);
      expect(work).toHaveBeenCalledTimes(1);
      await jest.advanceTimersByTimeAsync(100);
      await expect(Promise.all([first, second])).resolves.toEqual([
        'answer',
        'answer',
      ]);
      expect(work).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it('neither waits for a long Retry-After nor calls before its time', async () => {
    jest.useFakeTimers();
    try {
      const it = guard();
      const work = jest
        .fn()
        .mockRejectedValue(
          statusError('Amazon ECR', 429, { retryAfter: '86400' }),
        );
      await expect(it.read(work)).rejects.toMatchObject({ fault: 'throttled' });
      await expect(it.read(work)).rejects.toMatchObject({ fault: 'throttled' });
      expect(work).toHaveBeenCalledTimes(1);
      await jest.advanceTimersByTimeAsync(15_001);
      await expect(it.read(async () => 'again')).resolves.toBe('again');
    } finally {
      jest.useRealTimers();
    }
  });

  it('keeps to the budget, which waiting in does not count as a hang', async () => {
    jest.useFakeTimers();
    try {
      const it = guard({
        timeoutMs: 100,
        budget: new RateBudget({ perSecond: 1, burst: 1 }),
      });
      const work = jest.fn(async () => 'answer');
      const calls = [it.read(work), it.read(work), it.read(work)];
      await jest.advanceTimersByTimeAsync(1_010);
      expect(work).toHaveBeenCalledTimes(2);
      await jest.advanceTimersByTimeAsync(1_010);
      await expect(Promise.all(calls)).resolves.toHaveLength(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves places for people while the background is slow', async () => {
    const it = guard({ concurrency: 2 });
    const hang = () => new Promise<never>(() => {});
    runInBackground(() => {
      for (let call = 0; call < 10; call++) {
        it.read(hang).catch(() => undefined);
      }
    });
    await expect(it.read(async () => 'answer')).resolves.toBe('answer');
  });

  it('refuses when too many wait already', async () => {
    const it = guard({ concurrency: 1, queue: 1 });
    const slow = createDeferred<string>();
    const waiting = [it.read(() => slow), it.read(async () => 'next')];
    await expect(it.read(async () => 'late')).rejects.toMatchObject({
      fault: 'throttled',
    });
    slow.resolve('slow');
    await expect(Promise.all(waiting)).resolves.toEqual(['slow', 'next']);
  });

  describe('writing', () => {
    it.each([503, 429])('happens once, also after %s', async status => {
      const work = jest
        .fn()
        .mockRejectedValue(statusError('Amazon ECR', status));
      await expect(guard().write(work)).rejects.toBeInstanceOf(UpstreamError);
      expect(work).toHaveBeenCalledTimes(1);
    });

    it('says that it ended a hang', async () => {
      await expect(
        guard({ timeoutMs: 20 }).write(() => new Promise(() => {})),
      ).rejects.toMatchObject({ fault: 'timed-out' });
    });

    it.each([400, 403, 404, 409])('takes %s for no illness', async status => {
      const it = guard({ breakAfter: 1, pauseMs: 60_000 });
      const refusal = jest
        .fn()
        .mockRejectedValue(statusError('Amazon ECR', status));
      await expect(it.write(refusal)).rejects.toBeInstanceOf(UpstreamError);
      await expect(it.write(async () => 'done')).resolves.toBe('done');
    });

    it('does not begin while the upstream is left alone', async () => {
      const it = guard({ retries: 0, breakAfter: 1, pauseMs: 60_000 });
      const outage = async () => {
        throw statusError('Amazon ECR', 500);
      };
      await expect(it.read(outage)).rejects.toMatchObject({ fault: 'failed' });
      const work = jest.fn();
      await expect(it.write(work)).rejects.toMatchObject({ fault: 'paused' });
      expect(work).not.toHaveBeenCalled();
    });
  });
});
