import { setImmediate } from 'node:timers/promises';
import { currentLane, LaneContext, runInBackground, runInLane } from './lane';

describe('the lane', () => {
  it('is the one of somebody who waits', () => {
    expect(currentLane()).toBe('viewer');
  });

  it('follows what runs in the background, and nothing beside it', async () => {
    const inside = runInBackground(async () => {
      await setImmediate();
      return currentLane();
    });
    expect(currentLane()).toBe('viewer');
    await expect(inside).resolves.toBe('background');
  });

  it('changes for what runs when somebody begins to wait', async () => {
    const context = new LaneContext('background');
    const work = runInLane(context, async () => {
      await setImmediate();
      return currentLane();
    });
    context.lane = 'viewer';
    await expect(work).resolves.toBe('viewer');
  });
});
