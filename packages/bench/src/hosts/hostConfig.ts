import { account, argocdToken } from '../stubs/settings';
import type { StubAddresses } from '../stubs/startStubs';

/** What both sides are told alike. */
export interface HostSettings {
  port: number;
  /** Folder of its databases. */
  database: string;
  /** JSON file of the catalog's entities. */
  entities: string;
  stubs: StubAddresses;
}

/** For who asks as another service does. */
export const serviceToken = 'bench-service-token-0123456789';

/** The user that looks at pages. */
export const viewer = 'user:default/viewer';

/** The configuration of either side, without what only its plugins read. */
export function hostConfig({ port, database, entities, stubs }: HostSettings) {
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    organization: { name: 'Bench' },
    backend: {
      baseUrl,
      listen: { host: 'localhost', port },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: serviceToken, subject: 'bench' },
          },
        ],
      },
      database: {
        client: 'better-sqlite3',
        connection: { directory: database },
      },
    },
    auth: {
      environment: 'development',
      providers: { guest: { userEntityRef: viewer } },
    },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Component'] }],
      // Nothing changes, and nothing of it shall run beside a measurement.
      processingInterval: { hours: 24 },
    },
    bench: { entities },
    aws: {
      accounts: [
        { accountId: account, accessKeyId: 'bench', secretAccessKey: 'bench' },
      ],
    },
    argocd: {
      revisionsToLoad: 10,
      appLocatorMethods: [
        {
          type: 'config',
          instances: stubs.argocd.map((url, index) => ({
            name: `argocd-${index + 1}`,
            url,
            token: argocdToken,
          })),
        },
      ],
    },
  };
}
