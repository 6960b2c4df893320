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

  it('keeps long keys apart', async () => {
    const model = await create();
    const long = 'k'.repeat(10_000);
    await model.recordSuccess(`${long}1`, [1], T0);
    await model.recordSuccess(`${long}2`, [2], T0);
    expect(await model.get(`${long}1`)).toMatchObject({ value: [1] });
    expect(await model.get(`${long}2`)).toMatchObject({ value: [2] });
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
