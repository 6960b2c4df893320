import { lockedVersions } from './lockedVersions';

const lockfile = `__metadata:
  version: 8

"@backstage/plugin-app-react@npm:0.2.7, @backstage/plugin-app-react@npm:^0.2.7":
  version: 0.2.7
  resolution: "@backstage/plugin-app-react@npm:0.2.7"
  dependencies:
    react: "npm:^18"

"@backstage/plugin-app-react@npm:^0.2.10":
  version: 0.2.10
  resolution: "@backstage/plugin-app-react@npm:0.2.10"

"@backstage/plugin-app-react@npm:^0.1.0":
  version: 0.1.0
  resolution: "@backstage/plugin-app-react@npm:0.1.0"

"express@npm:4.22.1":
  version: 4.22.1
  resolution: "express@npm:4.22.1"

"app@link:../app::locator=backend%40workspace%3Apackages%2Fbackend":
  version: 0.0.0-use.local
  resolution: "app@link:../app::locator=backend%40workspace%3Apackages%2Fbackend"

"backend@workspace:packages/backend":
  version: 0.0.0-use.local
  resolution: "backend@workspace:packages/backend"
`;

describe('lockedVersions', () => {
  it('answers the newest version of every package, by number', () => {
    expect(Object.fromEntries(lockedVersions(lockfile))).toEqual({
      '@backstage/plugin-app-react': '0.2.10',
      express: '4.22.1',
    });
  });
});
