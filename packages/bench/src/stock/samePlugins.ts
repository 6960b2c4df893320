/** Allows everything: stock's policy in the place of ours. */
const policy = '@backstage/plugin-permission-backend-module-allow-all-policy';

/** The stock features that a backend of ours adds, in its order, and the policy that stock has instead of ours. */
export function stockFeatures(backendSource: string): string[] {
  const added = [...backendSource.matchAll(/import\(\s*'([^']+)'\s*,?\s*\)/g)];
  const stock = added
    .map(([, name]) => name)
    .filter(name => !name.startsWith('@shopstack/'));
  if (stock.length === 0) throw new Error('The backend adds no stock feature');
  return stock.includes(policy) ? stock : [...stock, policy];
}

/** The source of a backend of these features alone. */
export const backendSource = (features: string[]) =>
  [
    `import { createBackend } from '@backstage/backend-defaults';`,
    '',
    'const backend = createBackend();',
    ...features.map(feature => `backend.add(import('${feature}'));`),
    'backend.start();',
    '',
  ].join('\n');

/** The package of a module, which may be an entry point below it. */
const packageOf = (module: string) =>
  module.split('/', module.startsWith('@') ? 2 : 1).join('/');

/** Its manifest, as a workspace beside stock's own backend. */
export function backendManifest(
  features: string[],
  version: (packageName: string) => string,
) {
  const names = [
    '@backstage/backend-defaults',
    'better-sqlite3',
    ...features.map(packageOf),
  ];
  return {
    name: 'same-plugins',
    version: '0.0.0',
    private: true,
    main: 'src/index.ts',
    backstage: { role: 'backend' },
    dependencies: {
      ...Object.fromEntries(names.map(name => [name, version(name)])),
      app: 'link:../app',
    },
    devDependencies: { '@backstage/cli': version('@backstage/cli') },
  };
}
