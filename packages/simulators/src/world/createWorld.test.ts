import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, type OwnedWorld } from './createWorld';
import { settle } from './settle';

describe('createWorld', () => {
  const directory = mkdtempSync(join(tmpdir(), 'world-'));
  const log: string[] = [];
  let world: OwnedWorld;

  const open = () =>
    createWorld({
      stateDirectory: directory,
      log: message => log.push(message),
    });

  beforeEach(() => {
    log.length = 0;
    world = open();
  });

  afterEach(() => world.close());

  afterAll(() => rmSync(directory, { recursive: true }));

  it('keeps documents, counters and the clock across a restart', async () => {
    world.store.put('build', 'b/2', { status: 'FAILED' });
    world.store.put('build', 'b/1', { status: 'SUCCEEDED' });
    world.store.put('build', 'c/1', { status: 'STOPPED' });
    world.store.put('image', 'b/3', {});
    world.store.delete('build', 'c/1');
    expect(world.store.next('run')).toBe(1);
    world.clock.setPace(20);
    world.clock.setNow(new Date('2030-01-01T00:00:00Z'));
    await world.close();

    world = open();
    expect(world.store.get('build', 'b/1')).toEqual({ status: 'SUCCEEDED' });
    expect(world.store.get('build', 'c/1')).toBeUndefined();
    expect(world.store.listByPrefix('build', 'b/')).toEqual([
      { status: 'SUCCEEDED' },
      { status: 'FAILED' },
    ]);
    expect(world.store.list('image')).toHaveLength(1);
    expect(world.store.next('run')).toBe(2);
    expect(world.clock.pace).toBe(20);
    expect(world.clock.now().getUTCFullYear()).toBe(2030);
  });

  it('takes back the writes of a transaction that fails', () => {
    expect(() =>
      world.store.transaction(() => {
        world.store.put('secret', 'a', {});
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(world.store.get('secret', 'a')).toBeUndefined();
  });

  it('divides durations by the pace and refuses one that is not positive', () => {
    world.clock.setPace(10);
    const due = new Date(world.clock.after(50)).getTime();
    expect(due - world.clock.now().getTime()).toBeGreaterThan(4_900);
    expect(due - world.clock.now().getTime()).toBeLessThanOrEqual(5_000);
    expect(() => world.clock.setPace(0)).toThrow(RangeError);
  });

  it('hands an event to every handler, also when one fails', async () => {
    const seen: string[] = [];
    world.events.on('image', () => {
      throw new Error('broken handler');
    });
    const stop = world.events.on('image', async event => {
      await Promise.resolve();
      seen.push(event.tag);
    });
    world.events.emit('image', { repository: 'r', tag: 'one', digest: 'd' });
    await world.events.idle();
    stop();
    world.events.emit('image', { repository: 'r', tag: 'two', digest: 'd' });
    await world.events.idle();
    expect(seen).toEqual(['one']);
    expect(log.filter(line => line.includes('broken handler'))).toHaveLength(2);
  });

  it('runs steps one at a time, tries a failing one again, and settles', async () => {
    let attempts = 0;
    let running = 0;
    world.ticker.register('fails twice', async () => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      running -= 1;
      attempts += 1;
      if (attempts < 3) {
        throw new Error(`attempt ${attempts}`);
      }
      if (attempts === 3) {
        world.store.put('secret', 'late', {});
      }
    });
    await settle(world, () => attempts >= 3);
    expect(world.store.get('secret', 'late')).toEqual({});
    expect(log.join()).toContain('attempt 1');
    await settle(world);

    world.ticker.start();
    const before = attempts;
    await settle(world, () => attempts > before + 1);
    await world.ticker.stop();
  });
});
