import { mockServices } from '@backstage/backend-test-utils';
import { readPrebuildOptions } from './readPrebuildOptions';

const read = (techdocs: { [key: string]: any }) =>
  readPrebuildOptions(mockServices.rootConfig({ data: { techdocs } }));

describe('readPrebuildOptions', () => {
  it('is off where documentation is built elsewhere', () => {
    expect(read({ builder: 'external' })).toBeUndefined();
    expect(read({})).toBeUndefined();
  });

  it('has a default for everything', () => {
    expect(read({ builder: 'local' })).toMatchObject({
      schedule: { scope: 'global', frequency: { seconds: 15 } },
      recheckAfter: 180_000,
    });
  });

  it('takes both from configuration', () => {
    expect(
      read({
        builder: 'local',
        markdown: {
          schedule: { frequency: { minutes: 1 }, timeout: { minutes: 2 } },
          recheckAfter: '10m',
        },
      }),
    ).toEqual({
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 2 } },
      recheckAfter: 600_000,
    });
  });
});
