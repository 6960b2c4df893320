import type { SloDocument } from '../specification/SloSpecification';
import type { GeneratorMode } from './GeneratorOptions';
import type { RuleGroup } from './RuleGroup';
import { orderedGroups, sorted, writeYaml } from './writeRules';

/** What a PrometheusRule is called where its document is no Kubernetes object. */
export interface PrometheusRuleOptions {
  mode?: GeneratorMode;
  /** `slo-<service>` by default. */
  name?: string;
  namespace?: string;
  /** Over those of the document. Operators often select rules by one. */
  labels?: Record<string, string>;
}

/**
 * The rules as a PrometheusRule of the Prometheus operator. It inherits name, namespace, labels and annotations of a
 * document that is a Kubernetes object.
 */
export function toPrometheusRule(
  document: SloDocument,
  groups: RuleGroup[],
  options: PrometheusRuleOptions = {},
): string {
  const { kubernetes } = document;
  const namespace = options.namespace ?? kubernetes?.namespace;
  const annotations = kubernetes?.annotations ?? {};
  return writeYaml({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name: prometheusRuleName(document, options),
      ...(namespace && { namespace }),
      labels: sorted({
        'app.kubernetes.io/component': 'SLO',
        'app.kubernetes.io/managed-by':
          options.mode === 'sloth' ? 'sloth' : 'shopstack',
        ...kubernetes?.labels,
        ...options.labels,
      }),
      ...(Object.keys(annotations).length > 0 && {
        annotations: sorted(annotations),
      }),
    },
    spec: { groups: orderedGroups(groups) },
  });
}

/** The name of the PrometheusRule of a document. */
export function prometheusRuleName(
  { kubernetes, slos }: SloDocument,
  options: Pick<PrometheusRuleOptions, 'name'> = {},
): string {
  return options.name ?? kubernetes?.name ?? `slo-${slos[0]?.service}`;
}
