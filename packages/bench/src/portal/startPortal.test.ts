import { lastPid } from './startPortal';

describe('lastPid', () => {
  it('is the newest start of a log that survives restarts', () => {
    const log = [
      '',
      '--- started 2026-11-20T22:00:00.000Z, process 4100',
      'Listening on localhost:7007',
      '',
      '--- started 2026-11-20T22:05:00.000Z, process 4711',
      'info Plugin initialization started',
    ].join('\n');
    expect(lastPid(log)).toBe(4711);
  });

  it('is undefined when nothing was started', () => {
    expect(lastPid('process 12 said hello')).toBeUndefined();
  });
});
