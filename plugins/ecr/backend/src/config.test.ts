import { ConfigReader } from '@backstage/config';
import { readEcrConfig } from './config';

describe('readEcrConfig', () => {
  it('has a default for everything', () => {
    expect(readEcrConfig(new ConfigReader({}))).toEqual({
      endpoint: undefined,
      maxAgeSeconds: 30,
      timeoutMs: 10_000,
      concurrency: 4,
      ratePerSecond: 10,
      burst: 20,
      maxFindings: 1_000,
      newestScanned: 50,
      scanFrequency: { minutes: 1 },
      consoleAccess: { ssoSubdomain: undefined, ssoRoleName: undefined },
    });
  });

  it('reads what is set', () => {
    const ecr = {
      endpoint: 'http://localhost:1',
      timeoutSeconds: 2,
      scanFrequency: { seconds: 90 },
    };
    const aws = { sso: { subdomain: 'shopstack' } };
    expect(readEcrConfig(new ConfigReader({ ecr, aws }))).toMatchObject({
      endpoint: 'http://localhost:1',
      timeoutMs: 2_000,
      scanFrequency: { seconds: 90 },
      consoleAccess: { ssoSubdomain: 'shopstack' },
    });
  });

  it.each([
    [{ maxAgeSeconds: 0 }, 'ecr.maxAgeSeconds'],
    [{ ratePerSecond: -1 }, 'ecr.ratePerSecond'],
    [{ maxFindings: 1.5 }, 'ecr.maxFindings'],
    [{ scanFrequency: 'often' }, 'scanFrequency'],
    [{ scanFrequency: { seconds: 0 } }, 'ecr.scanFrequency'],
  ])('refuses %j and names it', (ecr, name) => {
    expect(() => readEcrConfig(new ConfigReader({ ecr }))).toThrow(name);
  });
});
