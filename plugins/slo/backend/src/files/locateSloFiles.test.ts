import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { locateSloFiles } from './locateSloFiles';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        {
          host: 'git.example.com',
          apiBaseUrl: 'https://git.example.com/api/v3',
        },
      ],
      gitlab: [
        {
          host: 'gitlab.example.com',
          apiBaseUrl: 'https://gitlab.example.com/api/v4',
        },
      ],
    },
  }),
);

const REPOSITORY = 'https://git.example.com/shop/apps-sre/tree/main';

function locate(files: string, location = `url:${REPOSITORY}/services/cart/`) {
  return locateSloFiles(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'cart',
        annotations: {
          'backstage.io/source-location': location,
          'shopstack.dev/slo-files': files,
        },
      },
    },
    integrations,
  );
}

const urls = (...parameters: Parameters<typeof locate>) =>
  locate(...parameters).locations.map(({ url }) => url);

describe('the SLO files of an entity', () => {
  it.each([
    ['slo.yaml', `${REPOSITORY}/services/cart/slo.yaml`],
    ['./slos/a b.yaml', `${REPOSITORY}/services/cart/slos/a%20b.yaml`],
    ['../order/slo.yaml', `${REPOSITORY}/services/order/slo.yaml`],
    ['../../slo.yaml', `${REPOSITORY}/slo.yaml`],
    ['/slo/cart.yaml', `${REPOSITORY}/slo/cart.yaml`],
    [
      'https://gitlab.example.com/a/b/-/blob/main/slo.yaml#L3',
      'https://gitlab.example.com/a/b/-/blob/main/slo.yaml',
    ],
  ])('are found by %s', (file, url) => {
    expect(urls(file)).toEqual([url]);
  });

  it('lie beside the file that describes it, where that is what is known', () => {
    for (const location of [
      `url:${REPOSITORY}/services/cart/catalog-info.yaml`,
      'url:https://git.example.com/shop/apps-sre/blob/main/services/cart/catalog-info.yaml',
      `url:${REPOSITORY}/services/cart`,
    ]) {
      expect(urls('slo.yaml', location)).toEqual([
        `${REPOSITORY}/services/cart/slo.yaml`,
      ]);
    }
  });

  it.each([
    ['../../../slo.yaml', 'out of the repository'],
    ['../../../../../../etc/passwd', 'out of the repository'],
    ['../../../feature/slo.yaml', 'out of the repository'],
    ['/../../other/repository/slo.yaml', 'out of the repository'],
    ['/', 'out of the repository'],
    ['%2e%2e/%2e%2e/%2e%2e/slo.yaml', 'steps or characters'],
    ['..%2f..%2f..%2fslo.yaml', 'steps or characters'],
    ['..%252f..%252fslo.yaml', 'steps or characters'],
    ['..\\..\\slo.yaml', 'steps or characters'],
    ['a%5cb.yaml', 'steps or characters'],
    ['slo%00.yaml', 'steps or characters'],
    ['slo%zz.yaml', 'steps or characters'],
    ['file:///etc/passwd', 'no address of a file'],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', 'no address of a file'],
    [
      'https://user:secret@git.example.com/a/b/blob/main/slo.yaml',
      'no address of a file',
    ],
    ['https://git.example.com/a/b/blob/main/../../../c', 'steps or characters'],
    [
      'https://git.example.com/a/b/blob/main/..%2f..%2fc',
      'steps or characters',
    ],
    [
      'https://169.254.169.254/latest/meta-data',
      'no integration for 169.254.169.254',
    ],
    [
      'http://localhost:7007/api/catalog/entities',
      'no integration for localhost:7007',
    ],
    [
      'https://git.example.com.evil.example/a/b/blob/main/slo.yaml',
      'no integration',
    ],
  ])('are refused by name: %s', (file, reason) => {
    const { locations, refused } = locate(file);
    expect(locations).toEqual([]);
    expect(refused).toEqual([
      { url: file, reason: expect.stringContaining(reason) },
    ]);
  });

  it('have no place beside an entity that lies on a disk, or nowhere', () => {
    for (const location of [
      'file:/tmp/catalog-info.yaml',
      'url:https://elsewhere.example.com/a/b/blob/main/',
      'odd',
    ]) {
      expect(locate('slo.yaml', location).refused[0].reason).toContain(
        'a path leads nowhere',
      );
    }
  });

  it('are at most twenty, each once', () => {
    const names = Array.from({ length: 23 }, (_, index) => `${index}.yaml`);
    const { locations, refused } = locate(
      ['0.yaml', './0.yaml', ...names].join(','),
    );
    expect(locations).toHaveLength(19);
    expect(refused).toHaveLength(4);
    expect(refused[0].reason).toContain('20 SLO files');
  });

  it.each([
    [
      `${REPOSITORY}/slo.yaml`,
      'https://git.example.com/shop/apps-sre/blob/main/slo.yaml#L12',
    ],
    [
      'https://gitlab.example.com/a/b/c/-/tree/main/tree/slo.yaml',
      'https://gitlab.example.com/a/b/c/-/blob/main/tree/slo.yaml#L12',
    ],
  ])('have a page at a line: %s', (file, page) => {
    expect(locate(file).locations[0].page(12)).toBe(page);
  });
});
