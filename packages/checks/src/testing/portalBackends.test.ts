import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { portalBackends } from './portalBackends';

/** What the portal adds that has no routes: modules of stock backends. */
const MODULES = [
  '@shopstack/plugin-access-backend',
  '@shopstack/plugin-access-backend/demo-people',
  '@shopstack/plugin-scaffolder-backend-module-golden-path',
  '@shopstack/plugin-techdocs-backend-module-markdown',
  '@shopstack/plugin-techdocs-backend-module-markdown/search',
];

it('has every backend of ours that the portal adds', () => {
  const list = readFileSync(
    resolve(__dirname, '../../../backend/src/index.ts'),
    'utf8',
  );
  const added = [...list.matchAll(/import\(\s*'(@shopstack\/[^']+)'/g)].map(
    ([, name]) => name,
  );
  expect(added.length).toBeGreaterThan(MODULES.length);
  expect([...Object.keys(portalBackends), ...MODULES].sort()).toEqual(
    added.sort(),
  );
});
