import { ConfigReader } from '@backstage/config';
import { readArgocdConfig } from './config';

const read = (...instances: object[]) =>
  readArgocdConfig(
    new ConfigReader({
      argocd: {
        revisionsToLoad: -1,
        appLocatorMethods: [
          { type: 'config', instances },
          { type: 'other', instances: [{ nothing: 'of ours' }] },
        ],
      },
    }),
  );

describe('readArgocdConfig', () => {
  it('reads the shape that the usual plugins share', () => {
    expect(
      read(
        { name: 'main', url: 'https://argocd.example/', token: 'x' },
        {
          name: 'edge',
          url: 'http://10.0.0.1/root/',
          frontendUrl: 'https://edge.example/',
        },
      ),
    ).toEqual({
      maxAgeSeconds: 10,
      timeoutMs: 10_000,
      concurrency: 8,
      revisionsToLoad: 10,
      instances: [
        {
          name: 'main',
          url: 'https://argocd.example',
          frontendUrl: 'https://argocd.example',
          token: 'x',
        },
        {
          name: 'edge',
          url: 'http://10.0.0.1/root',
          frontendUrl: 'https://edge.example',
          token: undefined,
        },
      ],
    });
  });

  it('does without', () => {
    expect(readArgocdConfig(new ConfigReader({})).instances).toEqual([]);
  });

  it('fails at start on what cannot work', () => {
    expect(() => read({ name: 'main', url: 'argocd' })).toThrow(
      "The url of the Argo CD instance 'main' is no http address",
    );
    const main = { name: 'main', url: 'https://a' };
    expect(() => read(main, main)).toThrow("have the name 'main'");
  });
});
