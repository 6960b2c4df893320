import type { Config } from '@backstage/config';
import type { SloConfig } from '../config';
import { AlertmanagerClient } from './AlertmanagerClient';
import type { AlertmanagerReader } from './AlertmanagerReader';
import { awsCredentials } from './http/awsCredentials';
import { PrometheusClient } from './PrometheusClient';
import type { PrometheusReader } from './PrometheusReader';

/** One configured instance, ready to be asked. */
export interface ConnectedInstance {
  name: string;
  prometheus: PrometheusReader;
  /** Absent where none is configured. */
  alertmanager?: AlertmanagerReader;
  /** Ends idle connections. */
  close(): void;
}

/** The clients of all instances, in the order of the configuration. Nothing is asked yet. */
export function connectInstances(
  { instances, timeoutMs, concurrency }: SloConfig,
  root: Config,
): ConnectedInstance[] {
  return instances.map(instance => {
    const limits = { timeoutMs, concurrency };
    const prometheus = new PrometheusClient({
      ...limits,
      instance,
      aws: awsCredentials(root, instance.authentication),
    });
    const alertmanager =
      instance.alertmanager &&
      new AlertmanagerClient({
        ...limits,
        instance: instance.name,
        config: instance.alertmanager,
        aws: awsCredentials(root, instance.alertmanager.authentication),
      });
    return {
      name: instance.name,
      prometheus,
      alertmanager,
      close() {
        prometheus.close();
        alertmanager?.close();
      },
    };
  });
}
