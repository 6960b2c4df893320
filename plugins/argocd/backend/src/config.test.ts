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
      actionTimeoutMs: 30_000,
      concurrency: 8,
      revisionsToLoad: 10,
      stream: { enabled: true, turnMs: 300_000, idleMs: 90_000 },
      instances: [
        {
          name: 'main',
          url: 'https://argocd.example',
          frontendUrl: 'https://argocd.example',
          credentials: { token: 'x' },
        },
        {
          name: 'edge',
          url: 'http://10.0.0.1/root',
          frontendUrl: 'https://edge.example',
          credentials: undefined,
        },
      ],
    });
  });

  it('takes the credentials of the instance before those of all, and a token before a password', () => {
    const { instances } = readArgocdConfig(
      new ConfigReader({
        argocd: {
          username: 'portal',
          password: 'for all',
          appLocatorMethods: [
            {
              type: 'config',
              instances: [
                { name: 'a', url: 'https://a' },
                { name: 'b', url: 'https://b', token: 't', username: 'u' },
                { name: 'c', url: 'https://c', username: 'u', password: 'p' },
              ],
            },
          ],
        },
      }),
    );
    expect(instances.map(({ credentials }) => credentials)).toEqual([
      { username: 'portal', password: 'for all' },
      { token: 't' },
      { username: 'u', password: 'p' },
    ]);
  });

  it('never makes credentials up', () => {
    expect(() =>
      read({ name: 'main', url: 'https://a', username: 'admin' }),
    ).toThrow("the Argo CD instance 'main' has only one of them");
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
