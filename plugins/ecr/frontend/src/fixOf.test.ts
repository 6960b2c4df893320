import { fixOf } from './fixOf';
import { exampleFinding } from './__testUtils__/examples';

describe('fixOf', () => {
  it('names the version where there is one', () => {
    expect(
      fixOf(exampleFinding('CVE-1', { fixedIn: '1.2.3', fixAvailable: 'YES' })),
    ).toEqual({ version: '1.2.3' });
  });

  it.each([
    ['YES', 'fixExists'],
    ['PARTIAL', 'fixPartial'],
    ['NO', 'fixNo'],
    [undefined, 'fixUnknown'],
  ] as const)('says of %s without a version: %s', (fixAvailable, word) => {
    expect(fixOf(exampleFinding('CVE-1', { fixAvailable }))).toEqual({ word });
  });
});
