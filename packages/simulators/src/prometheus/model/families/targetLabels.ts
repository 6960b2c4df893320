import { Labels, labelsOf } from '../../promql';
import { ScrapeTarget } from '../../targets';

/** The labels that every series of a pod carries. */
export function targetLabels(
  target: ScrapeTarget,
  name: string,
  more: Record<string, string> = {},
): Labels {
  return labelsOf({
    __name__: name,
    job: target.service,
    instance: target.instance,
    service: target.service,
    environment: target.environment,
    namespace: target.namespace,
    pod: target.pod,
    ...more,
  });
}
