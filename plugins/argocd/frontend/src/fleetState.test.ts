import { summary } from './__testUtils__/summary';
import { fleetState, worstFirst } from './fleetState';

describe('fleetState', () => {
  it.each([
    [{}, 'fine'],
    [{ health: 'Degraded', sync: 'OutOfSync' }, 'degraded'],
    [{ health: 'Missing' }, 'degraded'],
    [{ operation: 'Failed', sync: 'OutOfSync' }, 'failed'],
    [{ operation: 'Running', sync: 'OutOfSync' }, 'progressing'],
    [{ sync: 'OutOfSync' }, 'outOfSync'],
    [{ health: 'Progressing' }, 'progressing'],
    [{ sync: 'Unknown' }, 'unknown'],
    [{ health: 'Suspended' }, 'fine'],
  ] as const)('takes %j for %s', (part, state) => {
    expect(fleetState(summary(part))).toBe(state);
  });

  it('puts what is worst first', () => {
    const names = [
      summary({ name: 'b' }),
      summary({ name: 'a' }),
      summary({ name: 'z', health: 'Degraded' }),
    ]
      .sort(worstFirst)
      .map(each => each.name);
    expect(names).toEqual(['z', 'a', 'b']);
  });
});
