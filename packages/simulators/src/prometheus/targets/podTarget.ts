import { unitOf } from '../model/unitOf';
import { KubernetesObject } from '../../world/types';
import { behaviourOf } from './behaviour';
import { ScrapeTarget } from './ScrapeTarget';

export const SERVICE_LABEL = 'shopstack.dev/service';
export const ENVIRONMENT_LABEL = 'shopstack.dev/environment';
const METRICS_PORT = 8080;

interface ContainerStatus {
  restartCount?: number;
  state?: { running?: { startedAt?: string } };
}

/** A pod as a target, or undefined when it is not one that can be scraped now. */
export function podTarget(
  pod: KubernetesObject,
  replicas: number,
  known: ScrapeTarget | undefined,
): ScrapeTarget | undefined {
  const { labels = {}, name, namespace = '' } = pod.metadata;
  const service = labels[SERVICE_LABEL];
  const containers: ContainerStatus[] = pod.status?.containerStatuses ?? [];
  const running = containers.find(container => container.state?.running);
  if (!service || pod.status?.phase !== 'Running' || !running) return undefined;
  const startedAt = known?.startedAt ?? startOf(pod, running);
  const base = known ?? {
    service,
    environment: labels[ENVIRONMENT_LABEL] ?? '',
    namespace,
    pod: name,
    instance: `${pod.status?.podIP ?? addressOf(namespace, name)}:${METRICS_PORT}`,
    weight: 1 / Math.max(1, replicas),
    ...behaviourOf(pod.metadata.annotations),
    startedAt,
    restarts: [],
  };
  return { ...base, endedAt: undefined, restarts: restartsOf(running, base) };
}

function startOf(pod: KubernetesObject, running: ContainerStatus): number {
  const text =
    pod.status?.startTime ??
    pod.metadata.creationTimestamp ??
    running.state?.running?.startedAt;
  return Date.parse(text ?? '') || 0;
}

function restartsOf(
  running: ContainerStatus,
  { restarts, startedAt }: { restarts: readonly number[]; startedAt: number },
): readonly number[] {
  const latest = Date.parse(running.state?.running?.startedAt ?? '');
  const isNew =
    (running.restartCount ?? 0) > restarts.length &&
    latest > (restarts[restarts.length - 1] ?? startedAt);
  return isNew ? [...restarts, latest] : restarts;
}

/** An address of the pod network, the same each time for the same pod. */
export function addressOf(namespace: string, pod: string): string {
  const part = (salt: string) => Math.floor(unitOf(namespace, pod, salt) * 250);
  return `10.244.${part('third')}.${part('fourth') + 1}`;
}
