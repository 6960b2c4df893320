import type { SloDocument, SloSpecification } from '../SloSpecification';
import { readName } from '../checks/names';
import type { Mapping } from '../yaml/Mapping';
import type { Companions } from './Companions';
import { noAlerting } from './noAlerting';
import { readBudgetingMethod } from './readBudgeting';
import { readMetadata } from './readMetadata';
import { readObjective } from './readObjective';
import { readTimeWindow, secondsOf } from './readTimeWindow';

const FIELDS = [
  'description',
  'service',
  'indicator',
  'indicatorRef',
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
];

/**
 * Reads an SLO of `openslo/v1`. Each of its objectives becomes one of ours: the first has the name of the document, the
 * second `<name>-2` and so on, so that one more at the end renames none. An objective that is wrong is left out alone;
 * what is wrong with what they share leaves out all.
 */
export function readOpenSlo(
  document: Mapping,
  companions: Companions,
  defaultPeriodSeconds: number,
): SloDocument {
  const { problems } = document;
  const before = problems.refusals;
  document.only(['apiVersion', 'kind', 'metadata', 'spec']);
  const metadata = readMetadata(document);
  const spec = document.requiredChild('spec');
  if (!spec) return { format: 'openslo/v1', slos: [] };
  spec.only(FIELDS);
  const service = readName(spec, 'service');
  const description = spec.text('description');
  const timeWindow = readTimeWindow(spec);
  const method = readBudgetingMethod(spec);
  noteAlertPolicies(spec);
  const isSound = problems.refusals === before;

  const windowSeconds = timeWindow
    ? secondsOf(timeWindow)
    : defaultPeriodSeconds;
  const objectives = spec.requiredChildren('objectives') ?? [];
  const slos = objectives.map((entry, index): SloSpecification | undefined => {
    const shared = { companions, method, windowSeconds };
    const read = readObjective(entry, spec, shared);
    if (!read || !isSound) return undefined;
    const title = objectives.length > 1 ? read.displayName : undefined;
    const displayName = [metadata.displayName, title]
      .filter(Boolean)
      .join(': ');
    return {
      service: service!,
      name: index === 0 ? metadata.name! : `${metadata.name}-${index + 1}`,
      ...(displayName ? { displayName } : {}),
      ...(description ? { description } : {}),
      objective: read.objective,
      labels: { ...metadata.labels },
      sli: read.sli,
      ...(timeWindow ? { timeWindow } : {}),
      budgeting: read.budgeting,
      alerting: noAlerting(),
      line: problems.line(entry.offset),
    };
  });
  return {
    format: 'openslo/v1',
    slos: slos.filter(slo => slo !== undefined),
  };
}

function noteAlertPolicies(spec: Mapping): void {
  if (spec.items('alertPolicies')?.length) {
    spec.problems.note(
      spec.keyPlace('alertPolicies'),
      'alert policies are not read: no alerts are made for these objectives',
    );
  }
}
