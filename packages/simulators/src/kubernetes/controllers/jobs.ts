import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { timestamp } from '../identity';
import { keyOf } from '../objectKey';
import { isTerminating, withCondition } from './podState';
import { generatedName, podFromTemplate } from './podTemplate';

/** Runs the pods of a Job until as many succeeded as it wants. */
export function syncJob(cluster: Cluster, job: Manifest): void {
  if (job.metadata.deletionTimestamp) {
    return;
  }
  const wanted: number = job.spec.completions ?? 1;
  const atOnce: number = job.spec.parallelism ?? 1;
  const inPhase = (phase: string) =>
    cluster
      .ownedBy(job)
      .filter(pod => !isTerminating(pod) && pod.status?.phase === phase).length;
  const succeeded = inPhase('Succeeded');
  const active = inPhase('Pending') + inPhase('Running');
  const missing = Math.min(atOnce, wanted - succeeded) - active;
  for (let count = 0; count < missing && !job.spec.suspend; count++) {
    cluster.create(
      podFromTemplate(cluster, job, job.spec.template, {
        name: generatedName(cluster, job),
        labels: {
          'batch.kubernetes.io/job-name': job.metadata.name,
          'job-name': job.metadata.name,
        },
      }),
    );
  }
  const time = timestamp(cluster.now());
  const done = succeeded >= wanted;
  const running = inPhase('Pending') + inPhase('Running');
  cluster.updateStatus(keyOf(job), {
    startTime: job.status?.startTime ?? time,
    ...(running > 0 && { active: running }),
    ...(succeeded > 0 && { succeeded }),
    ...(done && {
      completionTime: job.status?.completionTime ?? time,
      conditions: withCondition(
        job.status?.conditions,
        { type: 'Complete', status: 'True' },
        time,
      ),
    }),
  });
}
