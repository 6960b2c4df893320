import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shims } from './peerPackages';
import { peersManifest } from './peersManifest';

describe('peersManifest', () => {
  const { dependencies, overrides } = peersManifest(() => '7.8.9');

  it('names every peer with one exact version', () => {
    expect(dependencies).toMatchObject({
      '@aws/amazon-ecr-plugin-for-backstage-backend': '0.4.0',
      '@roadiehq/backstage-plugin-argo-cd-backend': '4.8.0',
    });
    for (const version of Object.values(dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('gives both sides the same Backstage and the same SDK', () => {
    expect(overrides).toMatchObject({
      '@backstage/backend-plugin-api': '7.8.9',
      '@aws-sdk/client-ecr': '7.8.9',
    });
  });

  it('puts a folder in the place of each package that npm lacks', () => {
    expect(overrides).toMatchObject({
      '@aws/aws-core-plugin-for-backstage-node': 'file:./shims/aws-core-node',
    });
    for (const folder of Object.values(shims)) {
      const manifest = join(__dirname, '../../shims', folder, 'package.json');
      expect(existsSync(manifest)).toBe(true);
    }
  });
});
