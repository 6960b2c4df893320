import { isScalar, isSeq } from 'yaml';
import { labelNameProblem } from '../checks/labels';
import { readName } from '../checks/names';
import type { Mapping } from '../yaml/Mapping';

/** What an OpenSLO document says of itself. */
export interface OpenSloMetadata {
  name?: string;
  displayName?: string;
  labels: Record<string, string>;
}

export function readMetadata(document: Mapping): OpenSloMetadata {
  const metadata = document.requiredChild('metadata');
  if (!metadata) return { labels: {} };
  metadata.only(['name', 'displayName', 'labels', 'annotations']);
  const name = readName(metadata, 'name');
  const displayName = metadata.text('displayName');
  return {
    ...(name === undefined ? {} : { name }),
    ...(displayName ? { displayName } : {}),
    labels: readLabels(metadata),
  };
}

/**
 * Labels may have names that Prometheus does not take (`costs/centre`), and several values: the first are passed over with a
 * note, the second are joined by commas.
 */
function readLabels(metadata: Mapping): Record<string, string> {
  const given = metadata.child('labels');
  const labels: Record<string, string> = {};
  for (const name of given?.keys ?? []) {
    const problem = labelNameProblem(name);
    const value = given!.has(name) ? textOf(given!, name) : '';
    if (problem) {
      given!.problems.note(given!.keyPlace(name), `is no label: ${problem}`);
    } else if (value) {
      labels[name] = value;
    }
  }
  return labels;
}

function textOf(labels: Mapping, name: string): string | undefined {
  const node = labels.node(name);
  const values = (isSeq(node) ? node.items : [node]).map(item =>
    isScalar(item) && item.value !== null
      ? (item.source ?? String(item.value))
      : undefined,
  );
  if (values.every(value => value !== undefined)) return values.join(',');
  labels.problems.refuse(
    labels.place(name),
    'must be text, or a list of texts',
  );
  return undefined;
}
