import { ConfigReader } from '@backstage/config';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import { readSloConfig } from '../config';
import { connectInstances } from './connectInstances';

describe('connectInstances', () => {
  let stub: HttpStub;

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  afterAll(() => stub.close());

  it('connects each instance to its own addresses with its own credentials', async () => {
    stub.reply = ({ path }) =>
      path.includes('/api/v2/')
        ? { body: [] }
        : {
            body: {
              status: 'success',
              data: { resultType: 'vector', result: [] },
            },
          };
    const root = new ConfigReader({
      aws: {
        accounts: [
          {
            accountId: '123456789012',
            accessKeyId: 'AKIAMETRICS',
            secretAccessKey: 'secret',
          },
        ],
      },
      slo: {
        instances: [
          {
            name: 'main',
            url: `${stub.url}/a`,
            authentication: { type: 'bearer', token: 'for-main' },
            alertmanager: { url: `${stub.url}/b` },
          },
          {
            name: 'amp',
            url: `${stub.url}/workspaces/ws-1`,
            authentication: {
              type: 'sigv4',
              region: 'eu-central-1',
              accountId: '123456789012',
            },
          },
        ],
      },
    });

    const instances = connectInstances(readSloConfig(root), root);
    expect(instances.map(({ name }) => name)).toEqual(['main', 'amp']);
    const [main, amp] = instances;
    expect(main.prometheus.instance).toBe('main');
    expect(main.alertmanager?.instance).toBe('main');
    expect(amp.alertmanager).toBeUndefined();
    expect(stub.requests).toEqual([]);

    await main.prometheus.query('up');
    await main.alertmanager?.silences();
    await amp.prometheus.query('up');

    expect(
      stub.requests.map(({ path, headers }) => [
        path,
        headers.authorization?.replace(/(AKIAMETRICS).*/, '$1'),
      ]),
    ).toEqual([
      ['/a/api/v1/query', 'Bearer for-main'],
      ['/b/api/v2/silences', undefined],
      [
        '/workspaces/ws-1/api/v1/query',
        'AWS4-HMAC-SHA256 Credential=AKIAMETRICS',
      ],
    ]);
    instances.forEach(instance => instance.close());
  });
});
