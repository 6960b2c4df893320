import { parseNodeOptions } from './nodeOptions';

describe('parseNodeOptions', () => {
  it('takes what stands before the script and is not a preloaded module', () => {
    expect(
      parseNodeOptions([
        '/usr/bin/node',
        '--max-semi-space-size=16',
        '--require',
        '/app/transform.cjs',
        '--require=/app/parent.cjs',
        'src/index.ts',
        '--config',
        'app-config.yaml',
      ]),
    ).toEqual(['--max-semi-space-size=16']);
  });

  it('finds none where there are none', () => {
    expect(parseNodeOptions(['node', 'src/index.ts', '--config'])).toEqual([]);
  });
});
