import { withResolutions } from './rootManifest';

describe('withResolutions', () => {
  it('adds ours, which win, and keeps the rest', () => {
    expect(
      withResolutions(
        {
          name: 'root',
          resolutions: { '@types/react': '^17', other: '1' },
          packageManager: 'yarn@4.13.0',
        },
        { resolutions: { '@types/react': '^18', got: '^11' } },
      ),
    ).toEqual({
      name: 'root',
      resolutions: { '@types/react': '^18', other: '1', got: '^11' },
    });
  });

  it('leaves stock alone when we have none', () => {
    expect(withResolutions({ name: 'root' }, {})).toEqual({
      name: 'root',
      resolutions: {},
    });
  });
});
