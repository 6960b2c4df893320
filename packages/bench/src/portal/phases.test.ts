import { phaseName, phaseSeconds } from './phases';

describe('phaseName', () => {
  it('reads a step without its remark', () => {
    expect(
      phaseName(
        ' 12 s  Installing dependencies (about a minute the first time)',
      ),
    ).toBe('Installing dependencies');
    expect(phaseName('  0 s  Starting the backend')).toBe(
      'Starting the backend',
    );
  });

  it('passes over details and other output', () => {
    expect(phaseName(' 14 s    1/3 Resolution step')).toBeUndefined();
    expect(phaseName('> shopstack-portal@0.1.0 start')).toBeUndefined();
    expect(phaseName('')).toBeUndefined();
  });
});

describe('phaseSeconds', () => {
  it('lasts until the next step, the last one until the end', () => {
    const phases = [
      { name: 'Installing', at: 1 },
      { name: 'Building', at: 41 },
      { name: 'Starting', at: 60.5 },
    ];
    expect(phaseSeconds(phases, 70)).toEqual({
      Installing: 40,
      Building: 19.5,
      Starting: 9.5,
    });
  });

  it('is empty when nothing was announced', () => {
    expect(phaseSeconds([], 3)).toEqual({});
  });
});
