import { act, renderHook, waitFor } from '@testing-library/react';
import { useObserved } from './useObserved';

describe('useObserved', () => {
  it('goes from loading to the answer', async () => {
    const load = async () => 'images';
    const { result } = renderHook(() => useObserved(load));
    expect(result.current).toMatchObject({ loading: true, data: undefined });
    await waitFor(() => expect(result.current.data).toBe('images'));
    expect(result.current).toMatchObject({ loading: false, error: undefined });
  });

  it('keeps the answer while it asks again, and when that fails', async () => {
    const answers: (() => Promise<string>)[] = [
      async () => 'first',
      async () => {
        throw new Error('database is locked');
      },
      async () => 'third',
    ];
    const load = jest.fn(() => answers.shift()!());
    const { result } = renderHook(() => useObserved(load));
    await waitFor(() => expect(result.current.data).toBe('first'));

    act(() => result.current.refresh());
    expect(result.current).toMatchObject({ refreshing: true, data: 'first' });
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect(result.current).toMatchObject({ refreshing: false, data: 'first' });

    act(() => result.current.refresh());
    await waitFor(() => expect(result.current.data).toBe('third'));
    expect(result.current.error).toBeUndefined();
  });

  it('drops the answer to another question at once', async () => {
    const orders = async () => 'orders';
    const never = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(({ load }) => useObserved(load), {
      initialProps: { load: orders as () => Promise<string> },
    });
    await waitFor(() => expect(result.current.data).toBe('orders'));
    rerender({ load: never });
    expect(result.current).toMatchObject({ loading: true, data: undefined });
  });

  it('ignores an answer that comes after the question changed', async () => {
    let answerLate: (value: string) => void = () => {};
    const late = () =>
      new Promise<string>(resolve => {
        answerLate = resolve;
      });
    const early = async () => 'cart';
    const { result, rerender } = renderHook(({ load }) => useObserved(load), {
      initialProps: { load: late as () => Promise<string> },
    });
    rerender({ load: early });
    await waitFor(() => expect(result.current.data).toBe('cart'));
    await act(async () => answerLate('orders'));
    expect(result.current.data).toBe('cart');
  });

  it('takes the question back when the page is left', async () => {
    const signals: AbortSignal[] = [];
    const load = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => {});
    };
    const { unmount } = renderHook(() => useObserved(load));
    expect(signals[0].aborted).toBe(false);
    unmount();
    expect(signals[0].aborted).toBe(true);
  });

  it('waits for a slow answer instead of asking again and again', async () => {
    jest.useFakeTimers();
    try {
      const load = jest.fn(() => new Promise<string>(() => {}));
      renderHook(() => useObserved(load, { everySeconds: 15 }));
      await act(async () => jest.advanceTimersByTime(120_000));
      expect(load).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks again by itself while the page is visible', async () => {
    jest.useFakeTimers();
    try {
      const load = jest.fn(async () => 'answer');
      renderHook(() => useObserved(load, { everySeconds: 15 }));
      // Lets the first answer arrive.
      await act(async () => {});
      await act(async () => jest.advanceTimersByTime(15_000));
      expect(load).toHaveBeenCalledTimes(2);
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      await act(async () => jest.advanceTimersByTime(60_000));
      expect(load).toHaveBeenCalledTimes(2);
    } finally {
      jest.restoreAllMocks();
      jest.useRealTimers();
    }
  });
});
