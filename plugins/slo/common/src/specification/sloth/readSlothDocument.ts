import type { SloDocument, SloSpecification } from '../SloSpecification';
import { readLabels, readTexts } from '../checks/labels';
import { readName } from '../checks/names';
import type { Mapping } from '../yaml/Mapping';
import { readPlugins } from './readPlugins';
import { readSlo } from './readSlo';
import { FILE_SPELLING, KUBERNETES_SPELLING, type Spelling } from './spelling';

/**
 * Reads a document `version: prometheus/v1`. An objective that is wrong is left out alone; what is wrong with the service
 * itself, whose name and labels all of them carry, leaves out all.
 */
export function readSlothFile(document: Mapping): SloDocument {
  const slos = readService(document, FILE_SPELLING, ['version']);
  return { format: 'prometheus/v1', slos };
}

/** Reads a `PrometheusServiceLevel`, the object of Sloth's controller. */
export function readSlothObject(document: Mapping): SloDocument {
  const { problems } = document;
  const before = problems.refusals;
  document.only(['apiVersion', 'kind', 'metadata', 'spec', 'status']);
  const kubernetes = readMetadata(document);
  const isSound = problems.refusals === before;
  const spec = document.requiredChild('spec');
  const slos = spec ? readService(spec, KUBERNETES_SPELLING, []) : [];
  return {
    format: 'sloth.slok.dev/v1',
    ...(kubernetes ? { kubernetes } : {}),
    slos: isSound ? slos : [],
  };
}

function readMetadata(document: Mapping): SloDocument['kubernetes'] {
  const metadata = document.requiredChild('metadata');
  const name = metadata?.requiredText('name');
  if (!metadata || name === undefined) return undefined;
  // Whatever else Kubernetes keeps there (uid, finalizers, managed fields) is none of ours.
  const namespace = metadata.text('namespace');
  const texts = (key: string) =>
    readTexts(metadata, key, 'refused', reservedKey);
  return {
    name,
    ...(namespace ? { namespace } : {}),
    labels: texts('labels'),
    annotations: texts('annotations'),
  };
}

/** Kubernetes checks its names itself; this one would not survive as a key of a JavaScript object. */
function reservedKey(name: string): string | undefined {
  return name === '__proto__' ? 'this is no name' : undefined;
}

function readService(
  document: Mapping,
  spelling: Spelling,
  also: readonly string[],
): SloSpecification[] {
  const { problems } = document;
  const before = problems.refusals;
  document.only([...also, 'service', 'labels', spelling.sloPlugins, 'slos']);
  const plugins = readPlugins(document, spelling.sloPlugins);
  const name = readName(document, 'service');
  const labels = readLabels(document, 'labels', spelling.values);
  const isSound = problems.refusals === before;
  // Read in any case: what is wrong with the service must not hide what is wrong with its objectives.
  const slos = (document.requiredChildren('slos') ?? [])
    .map(slo => readSlo(slo, { name: name ?? '', labels, plugins }, spelling))
    .filter(slo => slo !== undefined);
  return isSound ? slos : [];
}
