import { storeDatabases } from '../testing';
import { KnexReadModel } from './KnexReadModel';
import { MemoryReadModel } from './MemoryReadModel';
import type { ReadModel } from './ReadModel';

const T0 = new Date('2026-11-20T10:00:00.000Z');
const T1 = new Date('2026-11-20T10:01:00.000Z');
const T2 = new Date('2026-11-20T10:02:00.000Z');

function contract(create: () => Promise<ReadModel>) {
  it('knows nothing of what was never read', async () => {
    expect(await (await create()).get('x')).toBeUndefined();
  });

  it('keeps the last good answer and the first failure after it', async () => {
    const model = await create();
    await model.recordSuccess('x', [{ tags: ['ü'] }], T0);
    await model.recordFailure('x', 'first', T1);
    await model.recordFailure('x', 'second', T2);

    expect(await model.get('x')).toEqual({
      value: [{ tags: ['ü'] }],
      size: JSON.stringify([{ tags: ['ü'] }]).length,
      fingerprint: expect.any(String),
      goodAt: T0,
      failingSince: T1,
      attemptedAt: T2,
      reason: 'second',
    });

    await model.recordSuccess('x', [], T2);
    const healed = await model.get('x');
    expect(healed).toMatchObject({ value: [], goodAt: T2, attemptedAt: T2 });
    expect(healed?.failingSince).toBeUndefined();
    expect(healed?.reason).toBeUndefined();
  });

  it('notes a failure where there never was an answer', async () => {
    const model = await create();
    await model.recordFailure('x', 'refused', T1);
    const reading = await model.get('x');
    expect(reading).toMatchObject({ failingSince: T1, reason: 'refused' });
    expect(reading?.value).toBeUndefined();
    expect(reading?.goodAt).toBeUndefined();
  });

  it('keeps what comes at once, each for itself', async () => {
    const model = await create();
    await model.recordSuccess('same', ['kept'], T0);
    await model.recordFailure('failed', 'refused', T0);
    const keys = Array.from({ length: 120 }, (_, index) => `x${index}`);
    await Promise.all([
      model.recordSuccess('same', ['kept'], T1),
      model.recordSuccess('failed', ['good'], T1),
      model.recordSuccess('twice', ['first'], T1),
      model.recordSuccess('twice', ['second'], T2),
      ...keys.map(key => model.recordSuccess(key, [key], T1)),
    ]);
    expect(await model.get('same')).toMatchObject({ value: ['kept'] });
    expect(await model.get('same')).toMatchObject({ goodAt: T1 });
    expect((await model.get('failed'))?.failingSince).toBeUndefined();
    expect(await model.get('twice')).toMatchObject({ value: ['second'] });
    for (const key of keys) {
      expect(await model.get(key)).toMatchObject({ value: [key] });
    }
  });

  it('keeps long keys apart', async () => {
    const model = await create();
    const long = 'k'.repeat(10_000);
    await model.recordSuccess(`${long}1`, [1], T0);
    await model.recordSuccess(`${long}2`, [2], T0);
    expect(await model.get(`${long}1`)).toMatchObject({ value: [1] });
    expect(await model.get(`${long}2`)).toMatchObject({ value: [2] });
    const [state] = await model.getStates([`${long}1`]);
    expect(state).toMatchObject({ goodAt: T0 });
    await model.expire([`${long}1`]);
    expect(await model.get(`${long}1`)).toMatchObject({ isDue: true });
    expect(await model.get(`${long}2`)).not.toMatchObject({ isDue: true });
  });

  it('tells by the fingerprint whether the value has changed', async () => {
    const model = await create();
    const first = await model.recordSuccess('x', [{ tag: 'a' }], T0);
    const again = await model.recordSuccess('x', [{ tag: 'a' }], T1);
    expect(again).toEqual(first);
    expect(await model.get('x')).toMatchObject({ goodAt: T1, ...first });

    const other = await model.recordSuccess('x', [{ tag: 'b' }], T2);
    expect(other.fingerprint).not.toBe(first.fingerprint);
    expect(await model.get('x')).toMatchObject({
      value: [{ tag: 'b' }],
      ...other,
    });
  });

  it('answers the states of many without their values', async () => {
    const model = await create();
    const keys = Array.from({ length: 1_200 }, (_, at) => `key ${at}`);
    for (const key of keys.slice(0, 3)) {
      await model.recordSuccess(key, [key], T0);
    }
    await model.recordFailure(keys[1], 'refused', T1);

    const states = await model.getStates(keys);
    expect(states).toHaveLength(1_200);
    expect(states[0]).toMatchObject({ goodAt: T0, attemptedAt: T0 });
    expect(states[1]).toMatchObject({ failingSince: T1, reason: 'refused' });
    expect(states[3]).toBeUndefined();
    expect(JSON.stringify(states)).not.toContain('key 0');
  });

  it('notes what has changed until it is read again', async () => {
    const model = await create();
    await model.recordSuccess('images:cart', [1], T0);
    await model.recordSuccess('images:orders', [1], T0);
    await model.recordSuccess('scans:cart', [1], T0);

    await model.expire(key => key.endsWith(':cart'));
    await model.expire(['images:orders', 'nobody']);
    const due = async () =>
      (
        await model.getStates(['images:cart', 'images:orders', 'scans:cart'])
      ).map(state => Boolean(state?.isDue));
    expect(await due()).toEqual([true, true, true]);

    await model.recordSuccess('images:cart', [1], T1);
    await model.recordSuccess('images:orders', [2], T1);
    await model.recordFailure('scans:cart', 'refused', T1);
    expect(await due()).toEqual([false, false, false]);
    expect(await model.get('nobody')).toBeUndefined();
  });

  it('forgets what nobody asked for', async () => {
    const model = await create();
    await model.recordSuccess('old', [1], T0);
    await model.recordFailure('old and failing', 'refused', T0);
    await model.recordSuccess('asked again', [1], T0);
    await model.recordFailure('asked again', 'refused', T2);

    await expect(model.prune(T1)).resolves.toBe(2);
    expect(await model.get('old')).toBeUndefined();
    expect(await model.get('asked again')).toMatchObject({ value: [1] });
    await expect(model.prune(T1)).resolves.toBe(0);
  });
}

describe('MemoryReadModel', () => {
  contract(async () => new MemoryReadModel());
});

describe.each(storeDatabases())('KnexReadModel on $name', ({ open }) => {
  contract(async () => KnexReadModel.create((await open()).database));

  it('finds its table again after a restart', async () => {
    const { database } = await open();
    const before = await KnexReadModel.create(database);
    await before.recordSuccess('x', ['kept'], T0);

    const after = await KnexReadModel.create(database);
    expect(await after.get('x')).toMatchObject({ value: ['kept'] });
  });
});
