import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { backendManifest, backendSource, stockFeatures } from './samePlugins';

const source = `import { createBackend } from '@backstage/backend-defaults';
const backend = createBackend();
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@shopstack/plugin-access-backend/demo-people'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend/alpha'));
backend.start();
`;
const features = [
  '@backstage/plugin-app-backend',
  '@backstage/plugin-catalog-backend-module-scaffolder-entity-model',
  '@backstage/plugin-catalog-backend/alpha',
  '@backstage/plugin-permission-backend-module-allow-all-policy',
];

describe('the same plugins', () => {
  it('are ours without our own, and the policy of stock', () => {
    expect(stockFeatures(source)).toEqual(features);
  });

  it('are found in the backend of this repository', () => {
    const ours = readFileSync(
      resolve(__dirname, '../../../backend/src/index.ts'),
      'utf8',
    );
    const found = stockFeatures(ours);
    expect(found).toEqual(
      expect.arrayContaining([
        '@backstage/plugin-catalog-backend',
        '@backstage/plugin-kubernetes-backend',
      ]),
    );
    const lines = ours.match(/import\([^)]*'@backstage\//g) ?? [];
    expect(found).toHaveLength(lines.length + 1);
  });

  it('survive the way through a backend of their own', () => {
    expect(stockFeatures(backendSource(features))).toEqual(features);
  });

  it('are refused when there are none', () => {
    expect(() => stockFeatures('backend.start();')).toThrow(
      'adds no stock feature',
    );
  });

  it('are depended on by package, also for an entry point below it', () => {
    const { dependencies } = backendManifest(features, name => `1 ${name}`);
    expect(dependencies).toMatchObject({
      '@backstage/plugin-catalog-backend':
        '1 @backstage/plugin-catalog-backend',
      app: 'link:../app',
    });
    expect(Object.keys(dependencies)).not.toContain(
      '@backstage/plugin-catalog-backend/alpha',
    );
  });
});
