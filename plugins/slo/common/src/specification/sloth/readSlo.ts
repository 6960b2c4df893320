import type { SloSpecification } from '../SloSpecification';
import { readLabels } from '../checks/labels';
import { readName } from '../checks/names';
import { checkObjective } from '../checks/objective';
import type { Mapping } from '../yaml/Mapping';
import { readAlerting } from './readAlerting';
import { readSli } from './readSli';
import { INTERVAL_KEYS, readIntervals } from './readIntervals';
import { type PluginEffects, readPlugins } from './readPlugins';
import type { Spelling } from './spelling';

const FIELDS = [
  'name',
  'description',
  'objective',
  'labels',
  'sli',
  'alerting',
  'interval',
  'plugins',
];

/** Reads one objective of a service; undefined, and told why, when any of it is wrong. */
export function readSlo(
  slo: Mapping,
  service: {
    name: string;
    labels: Record<string, string>;
    plugins: PluginEffects;
  },
  spelling: Spelling,
): SloSpecification | undefined {
  const { problems } = slo;
  const before = problems.refusals;
  slo.only(FIELDS);
  const plugins = { ...service.plugins, ...readPlugins(slo, 'plugins') };
  const intervals =
    readIntervals(slo, 'interval', INTERVAL_KEYS) ?? plugins.intervals;
  const name = readName(slo, 'name');
  const description = slo.text('description');
  const percent = slo.requiredNumber('objective');
  const objective =
    percent === undefined
      ? undefined
      : checkObjective(percent, slo.place('objective'), problems);
  const labels = readLabels(slo, 'labels', spelling.values);
  const sli = readSli(slo, spelling);
  const alerting = readAlerting(slo, spelling);
  if (plugins.denominatorCorrected && sli?.kind === 'raw') {
    problems.refuse(
      slo.place('sli'),
      'the plugin denominator_corrected_rules needs "events"',
    );
  }
  if (problems.refusals > before) return undefined;
  return {
    service: service.name,
    name: name!,
    ...(description ? { description } : {}),
    objective: objective!,
    labels: { ...service.labels, ...labels },
    sli: sli!,
    budgeting: { method: 'occurrences' },
    alerting: alerting!,
    ...(intervals ? { intervals } : {}),
    ...(plugins.denominatorCorrected ? { denominatorCorrected: true } : {}),
    line: problems.line(slo.offset),
  };
}
