import { createHash } from 'node:crypto';

/** Announced when the workloads of a service in a cluster changed, or the state of the cluster did. */
export function serviceTopic(cluster: string, service: string): string {
  return topicOf('service', cluster, service);
}

/** Announced when anything in a cluster changed. */
export function fleetTopic(cluster: string): string {
  return topicOf('fleet', cluster);
}

/** Opaque: every socket hears topics, so that they name nothing. */
function topicOf(...parts: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(['workloads', ...parts]))
    .digest('hex')
    .slice(0, 32);
}
