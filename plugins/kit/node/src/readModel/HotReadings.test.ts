import { HotReadings } from './HotReadings';
import { MemoryReadModel } from './MemoryReadModel';

const T0 = new Date('2026-11-20T10:00:00.000Z');
const T1 = new Date('2026-11-20T10:01:00.000Z');

describe('HotReadings', () => {
  const create = (options = {}) => {
    const readModel = new MemoryReadModel();
    const get = jest.spyOn(readModel, 'get');
    const getStates = jest.spyOn(readModel, 'getStates');
    const hot = new HotReadings({ readModel, ...options });
    return { readModel, get, getStates, hot };
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('reads a value once, however many ask', async () => {
    const { readModel, hot, get, getStates } = create();
    await readModel.recordSuccess('x', [{ tag: 'a' }], T0);
    const readings = await Promise.all(
      Array.from({ length: 100 }, () => hot.get('x')),
    );
    expect(readings[99]).toMatchObject({ value: [{ tag: 'a' }], goodAt: T0 });
    await hot.get('x');
    expect(get).toHaveBeenCalledTimes(1);
    expect(getStates).not.toHaveBeenCalled();
  });

  it('compares the states of all it is asked for in one statement', async () => {
    const { readModel, hot, get, getStates } = create();
    const keys = Array.from({ length: 20 }, (_, at) => `key ${at}`);
    for (const key of keys) await readModel.recordSuccess(key, [key], T0);
    await Promise.all(keys.map(key => hot.get(key)));
    get.mockClear();

    jest.advanceTimersByTime(1_000);
    const readings = await Promise.all(keys.map(key => hot.get(key)));
    expect(readings[19]).toMatchObject({ value: ['key 19'] });
    expect(getStates).toHaveBeenCalledTimes(1);
    expect(get).not.toHaveBeenCalled();
  });

  it('sees what another replica wrote, within the time it trusts a copy', async () => {
    const { readModel, hot, get } = create();
    await hot.recordSuccess('x', ['mine'], T0);
    await readModel.recordSuccess('x', ['theirs'], T1);
    expect(await hot.get('x')).toMatchObject({ value: ['mine'] });
    expect(await hot.get('x', { compared: true })).toMatchObject({
      value: ['theirs'],
    });
    jest.advanceTimersByTime(200);
    expect(await hot.get('x')).toMatchObject({ value: ['theirs'] });

    get.mockClear();
    await readModel.recordFailure('x', 'refused', T1);
    jest.advanceTimersByTime(200);
    expect(await hot.get('x')).toMatchObject({
      value: ['theirs'],
      reason: 'refused',
    });
    expect(get).not.toHaveBeenCalled();

    await readModel.prune(new Date('2027-01-01'));
    jest.advanceTimersByTime(200);
    expect(await hot.get('x')).toBeUndefined();
  });

  it('sees its own writes at once', async () => {
    const { hot } = create();
    await hot.recordSuccess('x', ['a'], T0);
    expect(await hot.get('x')).toMatchObject({ value: ['a'] });
    await hot.recordFailure('x', 'refused', T1);
    expect(await hot.get('x')).toMatchObject({
      value: ['a'],
      failingSince: T1,
    });
    await hot.recordSuccess('x', ['b'], T1);
    await hot.expire(key => key === 'x');
    expect(await hot.get('x')).toMatchObject({ value: ['b'], isDue: true });
  });

  it('takes nothing older over what was written while it read', async () => {
    const { readModel, hot, getStates } = create();
    await hot.recordSuccess('x', ['old'], T0);
    jest.advanceTimersByTime(1_000);
    getStates.mockImplementationOnce(async keys => {
      const states = await new MemoryReadModel().getStates(keys);
      await hot.recordSuccess('x', ['new'], T1);
      return states;
    });
    expect(await hot.get('x')).toMatchObject({ value: ['new'] });
    expect(await readModel.get('x')).toMatchObject({ value: ['new'] });
  });

  it('keeps no more than it may', async () => {
    const { readModel, hot, get } = create({ maxBytes: 100_000 });
    const large = 'x'.repeat(20_000);
    for (let at = 0; at < 50; at++) {
      await hot.recordSuccess(`key ${at}`, [large], T0);
    }
    await hot.recordSuccess('giant', ['x'.repeat(1_000_000)], T0);
    jest.advanceTimersByTime(1_000);
    for (let at = 0; at < 50; at++) {
      expect(await hot.get(`key ${at}`)).toMatchObject({ value: [large] });
    }
    expect(await hot.get('giant')).toMatchObject({ goodAt: T0 });
    expect(get.mock.calls.length).toBeGreaterThan(45);
    expect(await readModel.get('key 0')).toBeDefined();
  });
});
