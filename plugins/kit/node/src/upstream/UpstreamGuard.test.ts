import { faultError, statusError } from './reasons';
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
});
