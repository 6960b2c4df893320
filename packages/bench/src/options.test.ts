import type { Benchmark } from './benchmarks/Benchmark';
import { readOptions, usage } from './options';

const benchmark = (name: string): Benchmark => ({
  name,
  title: `about ${name}`,
  goal: 'limit 1.2',
  run: () => Promise.reject(new Error('not asked for')),
});
const all = [benchmark('start'), benchmark('restart')];
const names = (args: string[]) => {
  const options = readOptions(args, all);
  return options === 'help' ? [] : options.benchmarks.map(({ name }) => name);
};

describe('readOptions', () => {
  it('takes the named ones once, in the order of the list', () => {
    expect(names(['restart', 'start', 'restart'])).toEqual([
      'start',
      'restart',
    ]);
  });

  it('reads the numbers', () => {
    expect(
      readOptions(['start', '--pairs', '6', '--port', '8000'], all),
    ).toMatchObject({ pairs: 6, port: 8000 });
    expect(readOptions(['start'], all)).toMatchObject({ port: 7457 });
    expect(readOptions(['start'], all)).not.toHaveProperty('pairs');
  });

  it.each([
    [[], 'Name a benchmark'],
    [['begin'], 'There is no benchmark begin'],
    [['start', '--pairs', '0'], '--pairs takes a whole number from 1'],
    [['start', '--pairs', '1.5'], '--pairs takes a whole number'],
    [['start', '--port', '80'], '--port takes a whole number from 1024'],
    [['start', '--quick'], '--quick'],
  ])('refuses %j and shows the usage', (args, message) => {
    expect(() => readOptions(args, all)).toThrow(message);
    expect(() => readOptions(args, all)).toThrow('usage: npm run bench');
  });

  it('helps', () => {
    expect(readOptions(['--help'], all)).toBe('help');
    expect(usage(all)).toContain('about restart (limit 1.2)');
  });
});
