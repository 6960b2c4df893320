import { parseResidentSize, residentMebibytes } from './residentMemory';

describe('resident memory', () => {
  it('is read from the status of a process', () => {
    expect(
      parseResidentSize(
        'Name:\tnode\nVmPeak:\t 1200000 kB\nVmRSS:\t  676864 kB\nRssAnon:\t 600000 kB\n',
      ),
    ).toBe(676864);
    expect(parseResidentSize('Name:\tkthreadd\n')).toBeUndefined();
  });

  it('of this process is near what Node says', () => {
    const said = process.memoryUsage.rss() / 1024 / 1024;
    const read = residentMebibytes(process.pid);
    expect(read / said).toBeGreaterThan(0.8);
    expect(read / said).toBeLessThan(1.2);
  });

  it('of a process that does not exist is an error, not a zero', () => {
    expect(() => residentMebibytes(2 ** 30)).toThrow();
  });
});
