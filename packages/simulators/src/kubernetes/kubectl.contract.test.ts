import { execFile, execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { describeWith } from '../kustomize/__testUtils__/realInput';
import { TestCluster, workload } from './__testUtils__/openCluster';
import { CLUSTER_TOKEN } from './http/authenticate';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

const run = promisify(execFile);

function hasKubectl(): boolean {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describeWith(hasKubectl(), 'kubectl')('kubectl', () => {
  let test: TestCluster;
  let server: Server;

  beforeAll(async () => {
    test = new TestCluster();
    test.create(workload('Deployment', { replicas: 2 }));
    await test.until(
      () => test.find('Deployment', 'tea').status?.availableReplicas === 2,
    );
    server = createServer((request, response) => {
      // kubectl does not send a token without TLS.
      request.headers.authorization = `Bearer ${CLUSTER_TOKEN}`;
      test.simulator.app(request, response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await test.close();
  });

  async function kubectl(...words: string[]): Promise<string> {
    const { port } = server.address() as AddressInfo;
    const { stdout } = await run('kubectl', [
      '--kubeconfig=/dev/null',
      `--cache-dir=${test.directory}/kubectl`,
      `--server=http://127.0.0.1:${port}`,
      '--namespace=shop',
      ...words,
    ]);
    return stdout;
  }

  it('reads objects by their short names', async () => {
    const { items } = JSON.parse(
      await kubectl('get', 'deploy,rs,po', '-o', 'json'),
    );
    expect(items.map(({ kind }: any) => kind)).toEqual([
      'Deployment',
      'ReplicaSet',
      'Pod',
      'Pod',
    ]);
  });

  it('sees a finished rollout', async () => {
    expect(
      await kubectl('rollout', 'status', 'deployment/tea', '--timeout=50s'),
    ).toContain('successfully rolled out');
  });

  it('waits by watching', async () => {
    expect(
      await kubectl(
        'wait',
        '--for=condition=Ready',
        'pod',
        '-l',
        'app=tea',
        '--timeout=50s',
      ),
    ).toMatch(/condition met/);
  });

  it('reads usage and logs', async () => {
    expect(
      (await kubectl('top', 'pods', '--no-headers')).trim().split('\n'),
    ).toHaveLength(2);
    expect(await kubectl('logs', 'deployment/tea', '--tail=1')).toContain(
      '"msg":"',
    );
  });

  it('describes a deployment with its events', async () => {
    expect(await kubectl('describe', 'deployment', 'tea')).toMatch(
      /ScalingReplicaSet/,
    );
  });

  it('may not delete', async () => {
    await expect(kubectl('delete', 'deployment', 'tea')).rejects.toThrow(
      'Forbidden',
    );
  });
});
