import {
  DEFAULT_GENERATOR_OPTIONS,
  type GeneratorOptions,
} from '../generator/GeneratorOptions';
import { planSlo } from '../generator/planSlo';
import type { SloDocument } from '../specification/SloSpecification';
import { dashboardUid } from './dashboardUid';
import { layOut } from './layout';
import { sloPanels } from './sloPanels';

/** Version of Grafana's classic dashboard model, that of Grafana 12; later ones read it. */
const SCHEMA_VERSION = 41;

export interface DashboardOptions
  extends Partial<
    Pick<GeneratorOptions, 'mode' | 'defaultPeriodSeconds' | 'windows'>
  > {
  /** uid of the data source that is chosen at first; Grafana's default one without it. */
  datasource?: string;
}

/**
 * A Grafana dashboard of a document, ready to import: for each objective what is left of its budget, how fast it burns
 * and why. It reads what the rules of the same mode record.
 *
 * @throws RefusedSloError as `generateRules` does
 */
export function generateDashboard(
  document: SloDocument,
  options: DashboardOptions = {},
): Record<string, unknown> {
  const { datasource, ...generator } = options;
  const all = { ...DEFAULT_GENERATOR_OPTIONS, ...generator };
  const services = [...new Set(document.slos.map(({ service }) => service))];
  const name = services.join(', ');
  return {
    uid: dashboardUid(name),
    title: `Service levels of ${name}`,
    tags: ['slo'],
    schemaVersion: SCHEMA_VERSION,
    editable: true,
    graphTooltip: 1,
    timezone: 'browser',
    time: { from: 'now-7d', to: 'now' },
    refresh: '1m',
    annotations: { list: [] },
    links: [],
    templating: { list: [datasourceVariable(datasource)] },
    panels: layOut(
      document.slos.flatMap(slo =>
        sloPanels(planSlo(document.format, slo, all)),
      ),
    ),
  };
}

function datasourceVariable(uid: string = 'default'): object {
  return {
    name: 'datasource',
    label: 'Data source',
    type: 'datasource',
    query: 'prometheus',
    current: { text: uid, value: uid },
    hide: 0,
    includeAll: false,
    multi: false,
    refresh: 1,
    options: [],
  };
}
