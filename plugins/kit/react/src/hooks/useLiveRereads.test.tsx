import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { useObserved } from './useObserved';

/** The signals of the page, as the socket would bring them. */
function createSignals() {
  const listeners = new Set<(message: any) => void>();
  const api: SignalApi = {
    subscribe: (channel, onMessage) => {
      expect(channel).toBe('shopstack:observed');
      listeners.add(onMessage);
      return { unsubscribe: () => listeners.delete(onMessage) };
    },
  };
  return {
    api,
    listeners,
    say: (message: unknown) =>
      act(async () => listeners.forEach(listen => listen(message))),
  };
}

const pass = (milliseconds: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds);
  });

describe('a live page', () => {
  let signals: ReturnType<typeof createSignals>;
  const wrapper = ({ children }: PropsWithChildren<{}>) => (
    <TestApiProvider apis={[[signalApiRef, signals.api]]}>
      {children}
    </TestApiProvider>
  );
  const answer = (...topics: string[]) => ({
    items: [],
    sources: topics.map(topic => ({
      source: 'amazon-ecr',
      state: 'ok' as const,
      topic,
    })),
  });

  beforeEach(() => {
    signals = createSignals();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const show = async (load: jest.Mock, options: object = { live: true }) => {
    const rendered = renderHook(() => useObserved(load, options), { wrapper });
    await pass(0);
    return rendered;
  };

  it('reads again when a signal names what it shows, once for a swarm', async () => {
    const load = jest.fn(async () => answer('a', 'b'));
    const { result } = await show(load);
    await signals.say({ topics: ['x'] });
    await pass(1_000);
    expect(load).toHaveBeenCalledTimes(1);

    for (const topics of [['b'], ['a', 'x'], ['b']]) {
      await signals.say({ topics });
    }
    await pass(300);
    expect(load).toHaveBeenCalledTimes(2);
    expect(result.current.loading).toBe(false);
    expect(result.current.data).toBeDefined();
  });

  it('does not poll', async () => {
    const load = jest.fn(async () => answer('a'));
    await show(load);
    await pass(59_000);
    expect(load).toHaveBeenCalledTimes(1);
    await pass(2_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('looks more often while a source is in trouble', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce({
        sources: [{ source: 'amazon-ecr', state: 'unavailable', topic: 'a' }],
      })
      .mockResolvedValue(answer('a'));
    await show(load);
    await pass(10_000);
    expect(load).toHaveBeenCalledTimes(2);
    await pass(59_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('misses nothing that is said while it asks', async () => {
    let finish: (data: unknown) => void = () => {};
    const load = jest.fn(
      () =>
        new Promise(resolve => {
          finish = resolve;
        }),
    );
    await show(load);
    await signals.say({ topics: ['a'] });
    await pass(1_000);
    expect(load).toHaveBeenCalledTimes(1);
    await act(async () => finish(answer('a')));
    await pass(300);
    expect(load).toHaveBeenCalledTimes(2);
    await act(async () => finish(answer('a')));
    await pass(1_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('waits until somebody looks', async () => {
    const load = jest.fn(async () => answer('a'));
    await show(load);
    const visibility = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    await signals.say({ topics: ['a'] });
    await pass(300_000);
    expect(load).toHaveBeenCalledTimes(1);
    visibility.mockReturnValue('visible');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(300);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('reads seldom when it cannot tell what is for it', async () => {
    const load = jest.fn(async () => answer());
    await show(load);
    for (let second = 0; second < 45; second++) {
      await signals.say({ topics: [`${second}`] });
      await pass(1_000);
    }
    expect(load.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(load.mock.calls.length).toBeLessThanOrEqual(4);
  });

  it('finds the sources where it is told to', async () => {
    const load = jest.fn(async () => ({ services: [answer('a')] }));
    const live = (data: any) =>
      data.services.flatMap((one: any) => one.sources);
    await show(load, { live });
    await signals.say({ topics: ['x'] });
    await pass(1_000);
    expect(load).toHaveBeenCalledTimes(1);
    await signals.say({ topics: ['a'] });
    await pass(300);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it.each([null, {}, { topics: 'a' }, { topics: [7] }])(
    'takes no notice of %j',
    async message => {
      const load = jest.fn(async () => answer('a'));
      await show(load);
      await signals.say(message);
      await pass(1_000);
      expect(load).toHaveBeenCalledTimes(1);
    },
  );

  it('stops listening when it is left', async () => {
    const load = jest.fn(async () => answer('a'));
    const { unmount } = await show(load);
    expect(signals.listeners.size).toBe(1);
    await signals.say({ topics: ['a'] });
    unmount();
    await pass(120_000);
    expect(signals.listeners.size).toBe(0);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('goes on without a socket', async () => {
    signals.api.subscribe = () => {
      throw new TypeError('crypto.randomUUID is not a function');
    };
    const load = jest.fn(async () => answer('a'));
    await show(load);
    await pass(60_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('does nothing of this unless it is asked to', async () => {
    const load = jest.fn(async () => answer('a'));
    await show(load, {});
    expect(signals.listeners.size).toBe(0);
    await pass(120_000);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
