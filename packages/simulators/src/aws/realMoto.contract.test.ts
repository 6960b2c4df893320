import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
} from '@aws-sdk/client-ecr';
import { RealMoto } from './testing/realMoto';

(RealMoto.isInstalled() ? describe : describe.skip)('RealMoto', () => {
  let moto: RealMoto;

  beforeAll(async () => {
    moto = await RealMoto.start();
  });
  afterAll(() => moto?.stop());

  it('answers the AWS SDK, and forgets when it is told to', async () => {
    const client = new ECRClient({
      endpoint: moto.url,
      region: 'us-east-1',
      credentials: moto.credentials,
    });
    const count = async () =>
      (await client.send(new DescribeRepositoriesCommand({}))).repositories
        ?.length;

    await client.send(
      new CreateRepositoryCommand({ repositoryName: 'shopstack-cart' }),
    );
    expect(await count()).toBe(1);

    await moto.reset();
    expect(await count()).toBe(0);
  });
});
