import { BoundedReadModel } from './BoundedReadModel';

const at = (seconds: number) => new Date(seconds * 1000);

it('forgets what was not looked at longest', async () => {
  const model = new BoundedReadModel(2);
  await model.recordSuccess('a', [1], at(1));
  await model.recordSuccess('b', [2], at(2));
  await model.get('a');
  await model.recordSuccess('c', [3], at(3));
  expect((await model.get('a'))?.value).toEqual([1]);
  expect(await model.get('b')).toBeUndefined();
  expect((await model.get('c'))?.value).toEqual([3]);
});

it('keeps the last good answer beside a failure', async () => {
  const model = new BoundedReadModel(2);
  const kept = await model.recordSuccess('a', [1], at(1));
  await model.recordFailure('a', 'it is down', at(2));
  await model.recordFailure('a', 'it is still down', at(3));
  expect(await model.get('a')).toMatchObject({
    value: [1],
    goodAt: at(1),
    failingSince: at(2),
    reason: 'it is still down',
  });
  const [state, none] = await model.getStates(['a', 'x']);
  expect(state).toMatchObject({ fingerprint: kept.fingerprint });
  expect(none).toBeUndefined();
});

it('makes due and forgets what is told to', async () => {
  const model = new BoundedReadModel(5);
  await model.recordSuccess('a', [1], at(1));
  await model.recordSuccess('b', [1], at(9));
  await model.expire(['a']);
  expect((await model.get('a'))?.isDue).toBe(true);
  expect((await model.get('b'))?.isDue).toBeUndefined();
  expect(await model.prune(at(5))).toBe(1);
  expect(await model.get('a')).toBeUndefined();
});
