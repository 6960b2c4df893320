import { ConfigReader } from '@backstage/config';
import { readWorkloadsConfig } from './config';

const read = (clusters: object[], workloads: object = {}) =>
  readWorkloadsConfig(
    new ConfigReader({
      workloads,
      kubernetes: {
        clusterLocatorMethods: [{ type: 'config', clusters }, { type: 'gke' }],
      },
    }),
  );

describe('readWorkloadsConfig', () => {
  it('reads the clusters of the stock plugin', () => {
    const { clusters, unreadable, ...rest } = read([
      {
        name: 'dev',
        url: 'https://10.0.0.1/',
        authProvider: 'serviceAccount',
        serviceAccountToken: 'token',
        caData: 'Zm9v',
        skipTLSVerify: true,
      },
      {
        name: 'prod',
        url: 'https://eks.example/base/',
        authMetadata: {
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': 'prod-id',
        },
        assumeRole: 'arn:aws:iam::123456789012:role/read',
      },
    ]);
    expect(clusters).toEqual([
      {
        name: 'dev',
        url: 'https://10.0.0.1',
        authProvider: 'serviceAccount',
        authMetadata: { serviceAccountToken: 'token' },
        caData: 'Zm9v',
        skipTLSVerify: true,
      },
      {
        name: 'prod',
        url: 'https://eks.example/base',
        authProvider: 'aws',
        authMetadata: {
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': 'prod-id',
          'kubernetes.io/aws-assume-role':
            'arn:aws:iam::123456789012:role/read',
        },
        skipTLSVerify: false,
      },
    ]);
    expect(unreadable).toEqual([
      {
        instance: 'gke',
        reason: "The collector does not know the cluster locator 'gke'",
      },
    ]);
    expect(rest).toMatchObject({ turnSeconds: 60, pageSize: 500 });
  });

  it('does without', () => {
    expect(readWorkloadsConfig(new ConfigReader({})).clusters).toEqual([]);
  });

  it('fails at start on what cannot work', () => {
    const cluster = { name: 'a', url: 'https://a', authProvider: 'aws' };
    expect(() => read([{ ...cluster, url: 'a:6443' }])).toThrow(
      "The url of the Kubernetes cluster 'a' is no http address",
    );
    expect(() => read([cluster, cluster])).toThrow("have the name 'a'");
    expect(() => read([cluster], { pageSize: 0 })).toThrow(
      'workloads.pageSize must be more than 0',
    );
  });
});
