import { parseSelector } from '../kubernetes/matchSelector';
import { KustomizeError } from './KustomizeError';
import { jsonPatch, type JsonPatchOperation } from './jsonPatch';
import { isMap, type Manifest } from './manifest';
import { parseYaml } from './parseYaml';
import { Resource, resourceId, sameNamespace } from './Resource';
import { strategicMerge } from './strategicMerge';

/** Which objects a patch is for; the fields are regular expressions that match whole names. */
interface PatchTarget {
  group?: string;
  version?: string;
  kind?: string;
  name?: string;
  namespace?: string;
  labelSelector?: string;
  annotationSelector?: string;
}

/** One entry of `patches:`, its text read. */
export interface Patch {
  text: string;
  /** How an error message calls it. */
  label: string;
  target?: PatchTarget;
  options?: { allowNameChange?: boolean; allowKindChange?: boolean };
}

/**
 * Applies a strategic merge patch or a JSON Patch, whichever the text is.
 * @throws KustomizeError when it is neither, or when a strategic merge patch without a target finds no object.
 */
export function applyPatch(resources: Resource[], patch: Patch): Resource[] {
  const documents = read(patch);
  const [first] = documents;
  if (Array.isArray(first) && documents.length === 1) {
    if (!patch.target) {
      throw new KustomizeError('must specify a target for JSON patch');
    }
    for (const resource of select(resources, patch.target)) {
      change(
        resource,
        jsonPatch(resource.object, first as JsonPatchOperation[]),
      );
    }
    return resources;
  }
  let remaining = resources;
  for (const document of documents) {
    remaining = applyStrategic(remaining, document as Manifest, patch);
  }
  return remaining;
}

function read(patch: Patch): unknown[] {
  let documents: unknown[];
  try {
    // What starts as a JSON list has to be JSON; a list in the other style of YAML is read as YAML.
    documents = patch.text.startsWith('[')
      ? [JSON.parse(patch.text)]
      : parseYaml(patch.text);
    if (documents.some(Array.isArray) && !patch.text.startsWith('[')) {
      documents = parseYaml(patch.text, { oldBooleans: true });
    }
  } catch {
    documents = [];
  }
  const json = documents.length === 1 && Array.isArray(documents[0]);
  const strategic =
    documents.length > 0 &&
    documents.every(
      document =>
        isMap(document) &&
        typeof document.kind === 'string' &&
        typeof document.metadata?.name === 'string',
    );
  if (!json && !strategic) {
    throw new KustomizeError(
      `unable to parse SM or JSON patch from [${patch.label}]`,
    );
  }
  return documents;
}

function applyStrategic(
  resources: Resource[],
  document: Manifest,
  patch: Patch,
): Resource[] {
  const targets = patch.target
    ? select(resources, patch.target)
    : [only(resources, document)];
  const deleted = new Set<Resource>();
  for (const resource of targets) {
    const merged = strategicMerge(resource.object, document);
    if (!merged) {
      deleted.add(resource);
      continue;
    }
    // A patch names what it is for; it does not rename it unless it is told to.
    if (!patch.options?.allowNameChange) {
      merged.metadata.name = resource.object.metadata.name;
    }
    if (!patch.options?.allowKindChange) {
      merged.kind = resource.object.kind;
      merged.apiVersion = resource.object.apiVersion;
    }
    const { namespace } = resource.object.metadata;
    if (namespace === undefined) {
      delete merged.metadata.namespace;
    } else {
      merged.metadata.namespace = namespace;
    }
    change(resource, merged);
  }
  return resources.filter(resource => !deleted.has(resource));
}

function change(resource: Resource, object: Manifest): void {
  resource.remember();
  const { annotations = {} } = object.metadata;
  for (const [key, value] of Object.entries(annotations)) {
    annotations[key] = String(value);
  }
  resource.object = object;
}

function only(resources: Resource[], document: Manifest): Resource {
  const wanted = {
    name: document.metadata.name,
    namespace: document.metadata.namespace ?? '',
  };
  const id = resourceId(document, wanted);
  const found = resources.filter(
    ({ object, names }) =>
      object.kind === document.kind &&
      object.apiVersion === document.apiVersion &&
      names.some(
        known =>
          known.name === wanted.name &&
          sameNamespace(known.namespace, wanted.namespace),
      ),
  );
  if (found.length === 1) {
    return found[0];
  }
  const reason =
    found.length === 0
      ? `no matches for Id ${id}`
      : `multiple matches for Id ${id}`;
  throw new KustomizeError(
    `no resource matches strategic merge patch "${id}": ${reason}; failed to find unique target for patch ${id}`,
  );
}

function select(resources: Resource[], target: PatchTarget): Resource[] {
  const labels = parseSelector(target.labelSelector ?? '');
  const annotations = parseSelector(target.annotationSelector ?? '');
  return resources.filter(
    resource =>
      whole(target.kind, resource.object.kind) &&
      whole(target.group, resource.group) &&
      whole(target.version, resource.version) &&
      resource.names.some(
        known =>
          whole(target.name, known.name) &&
          whole(
            target.namespace,
            resource.clusterScoped ? '' : known.namespace || 'default',
          ),
      ) &&
      labels(resource.object.metadata.labels) &&
      annotations(resource.object.metadata.annotations),
  );
}

function whole(pattern: string | undefined, text: string): boolean {
  return !pattern || new RegExp(`^(?:${pattern})$`).test(text);
}
