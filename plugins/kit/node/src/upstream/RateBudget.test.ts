import { runInBackground } from '../lane';
import { RateBudget } from './RateBudget';

describe('RateBudget', () => {
  const order: string[] = [];
  const note = (name: string) => () => {
    order.push(name);
  };
  /** Lets what was granted go on, and time pass. */
  const pass = (milliseconds: number) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  beforeEach(() => {
    order.length = 0;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('lets a burst through and then so many per second', async () => {
    const budget = new RateBudget({ perSecond: 10, burst: 5 });
    for (let call = 0; call < 12; call++) {
      void budget.take().then(note(`${call}`));
    }
    await pass(0);
    expect(order).toHaveLength(5);
    await pass(510);
    expect(order).toHaveLength(10);
    await pass(210);
    expect(order).toEqual([...Array(12).keys()].map(String));
    expect(budget.waiting).toBe(0);
  });

  it('never lets more through in a time than burst and rate allow', async () => {
    const budget = new RateBudget({ perSecond: 50, burst: 10 });
    for (let call = 0; call < 1_000; call++) {
      void budget.take().then(note('call'));
    }
    for (let step = 1; step <= 40; step++) {
      await pass(100);
      expect(order.length).toBeLessThanOrEqual(10 + step * 5);
    }
    expect(order.length).toBeGreaterThan(200);
  });

  it('lets people go before the background, each in order', async () => {
    const budget = new RateBudget({ perSecond: 10, burst: 1 });
    await budget.take();
    for (const name of ['b1', 'b2']) {
      void runInBackground(() => budget.take()).then(note(name));
    }
    for (const name of ['v1', 'v2']) {
      void budget.take().then(note(name));
    }
    await pass(1_000);
    expect(order).toEqual(['v1', 'v2', 'b1', 'b2']);
  });

  it('keeps half of the bucket for people', async () => {
    const budget = new RateBudget({ perSecond: 0.001, burst: 10 });
    for (let call = 0; call < 10; call++) {
      void budget.take(undefined, 'background').then(note('background'));
    }
    await pass(1);
    expect(order).toHaveLength(5);
    for (let call = 0; call < 10; call++) {
      void budget.take().then(note('viewer'));
    }
    await pass(1);
    expect(order.filter(name => name === 'viewer')).toHaveLength(5);
  });

  it('forgets who stops waiting', async () => {
    const budget = new RateBudget({ perSecond: 1, burst: 1 });
    await budget.take();
    const controller = new AbortController();
    const impatient = budget.take(controller.signal);
    void budget.take().then(note('patient'));
    controller.abort(new Error('gone'));
    await expect(impatient).rejects.toThrow('gone');
    await expect(budget.take(controller.signal)).rejects.toThrow('gone');
    await pass(1_001);
    expect(order).toEqual(['patient']);
  });

  it('lets nobody through while the upstream asks for quiet', async () => {
    const budget = new RateBudget({ perSecond: 100 });
    budget.pauseFor(5_000);
    void budget.take().then(note('call'));
    await pass(4_990);
    expect(order).toEqual([]);
    await pass(20);
    expect(order).toEqual(['call']);
  });

  it('refuses a rate that would never let anybody through', () => {
    expect(() => new RateBudget({ perSecond: 0 })).toThrow(RangeError);
    expect(() => new RateBudget({ perSecond: 1, burst: 0 })).toThrow(
      RangeError,
    );
  });
});
