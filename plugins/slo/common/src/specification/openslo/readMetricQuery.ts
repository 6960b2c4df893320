import { readQuery } from '../checks/queries';
import type { Mapping } from '../yaml/Mapping';
import type { Companions } from './Companions';

/** `Any` is what OpenSLO's own examples write for "whatever system you have". */
const PROMETHEUS = /^(prometheus|any)$/i;

/**
 * Reads the PromQL of a metric: `metricSource.spec.query`, of a source that is a Prometheus.
 *
 * @param key - the field that holds the metric; empty where the metric is the mapping itself.
 */
export function readMetricQuery(
  mapping: Mapping,
  key: string,
  companions: Companions,
  window: 'optional' | 'refused' = 'optional',
): string | undefined {
  const metric = key ? mapping.child(key) : mapping;
  const source = metric?.requiredChild('metricSource');
  if (!metric || !source) return undefined;
  metric.only(['metricSource']);
  source.only(['metricSourceRef', 'type', 'spec']);
  if (!isPrometheus(source, companions)) return undefined;
  const spec = source.requiredChild('spec');
  const queryType = spec?.has('queryType') ? spec.text('queryType') : 'promql';
  if (spec && queryType !== undefined && queryType !== 'promql') {
    spec.problems.refuse(
      spec.place('queryType'),
      `queries of the type "${queryType}" are not supported, only promql`,
    );
  }
  for (const other of spec?.keys ?? []) {
    if (other !== 'query' && other !== 'queryType') {
      spec!.problems.note(
        spec!.keyPlace(other),
        'is not used: only "query" is read of a Prometheus source',
      );
    }
  }
  return spec && readQuery(spec, 'query', window);
}

function isPrometheus(source: Mapping, companions: Companions): boolean {
  const { problems } = source;
  const reference = source.text('metricSourceRef');
  const dataSource =
    reference === undefined ? undefined : companions.dataSources.get(reference);
  const type = source.text('type') ?? dataSource?.child('spec')?.text('type');
  if (type !== undefined) {
    if (PROMETHEUS.test(type)) return true;
    problems.refuse(
      source.place(source.has('type') ? 'type' : 'metricSourceRef'),
      `metric sources of the type "${type}" are not supported, only Prometheus`,
    );
  } else if (reference === undefined) {
    problems.refuse(source.place('type'), '"type" is missing: Prometheus');
  } else {
    problems.refuse(
      source.place('metricSourceRef'),
      `the data source "${reference}" is not in this file: say "type: Prometheus"`,
    );
  }
  return false;
}
