import { visitField, type FieldSpec } from '../fieldSpec';
import { isMap } from '../manifest';
import type { Resource } from '../Resource';

const templated = ['DaemonSet', 'Deployment', 'ReplicaSet'];

const affinities = [
  'podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm',
  'podAffinity/requiredDuringSchedulingIgnoredDuringExecution',
  'podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm',
  'podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution',
].map(term => `affinity/${term}`);

/** Where the labels of an object itself are. */
const own: FieldSpec[] = [{ path: 'metadata/labels', create: true }];

/** Where the labels of what an object makes are: pods, jobs, volume claims. */
const templates: FieldSpec[] = [
  {
    path: 'spec/template/metadata/labels',
    create: true,
    version: 'v1',
    kind: 'ReplicationController',
  },
  ...templated.map(kind => ({
    path: 'spec/template/metadata/labels',
    create: true,
    kind,
  })),
  {
    path: 'spec/template/metadata/labels',
    create: true,
    group: 'apps',
    kind: 'StatefulSet',
  },
  {
    path: 'spec/volumeClaimTemplates[]/metadata/labels',
    create: true,
    group: 'apps',
    kind: 'StatefulSet',
  },
  {
    path: 'spec/template/metadata/labels',
    create: true,
    group: 'batch',
    kind: 'Job',
  },
  {
    path: 'spec/jobTemplate/metadata/labels',
    create: true,
    group: 'batch',
    kind: 'CronJob',
  },
  {
    path: 'spec/jobTemplate/spec/template/metadata/labels',
    create: true,
    group: 'batch',
    kind: 'CronJob',
  },
];

/** Where objects select others by label. */
const selectors: FieldSpec[] = [
  { path: 'spec/selector', create: true, version: 'v1', kind: 'Service' },
  {
    path: 'spec/selector',
    create: true,
    version: 'v1',
    kind: 'ReplicationController',
  },
  ...templated.map(kind => ({
    path: 'spec/selector/matchLabels',
    create: true,
    kind,
  })),
  {
    path: 'spec/selector/matchLabels',
    create: true,
    group: 'apps',
    kind: 'StatefulSet',
  },
  ...['Deployment', 'StatefulSet'].flatMap(kind =>
    [...affinities, 'topologySpreadConstraints'].map(term => ({
      path: `spec/template/spec/${term}/labelSelector/matchLabels`,
      group: 'apps',
      kind,
    })),
  ),
  { path: 'spec/selector/matchLabels', group: 'batch', kind: 'Job' },
  {
    path: 'spec/jobTemplate/spec/selector/matchLabels',
    group: 'batch',
    kind: 'CronJob',
  },
  {
    path: 'spec/selector/matchLabels',
    group: 'policy',
    kind: 'PodDisruptionBudget',
  },
  ...[
    'spec/podSelector/matchLabels',
    'spec/ingress/from/podSelector/matchLabels',
    'spec/egress/to/podSelector/matchLabels',
  ].map(path => ({ path, group: 'networking.k8s.io', kind: 'NetworkPolicy' })),
];

const annotated: FieldSpec[] = [
  { path: 'metadata/annotations', create: true },
  ...templates
    .filter(spec => !spec.path.includes('[]'))
    .map(spec => ({
      ...spec,
      path: spec.path.replace(/labels$/, 'annotations'),
    })),
];

/** One entry of `labels:`; `commonLabels` are an entry with selectors. */
interface LabelEntry {
  pairs?: Record<string, string>;
  includeSelectors?: boolean;
  includeTemplates?: boolean;
  fields?: FieldSpec[];
}

/** Adds labels, and where it was asked for also in selectors and templates. */
export function addLabels(resources: Resource[], entry: LabelEntry): void {
  const specs = [...(entry.fields ?? []), ...own];
  if (entry.includeSelectors) {
    specs.push(...selectors, ...templates);
  } else if (entry.includeTemplates) {
    specs.push(...templates);
  }
  setPairs(resources, specs, entry.pairs ?? {});
}

/** Adds annotations to objects and to what they make. */
export function addAnnotations(
  resources: Resource[],
  pairs: Record<string, string>,
): void {
  setPairs(resources, annotated, pairs);
}

function setPairs(
  resources: Resource[],
  specs: FieldSpec[],
  pairs: Record<string, string>,
): void {
  if (Object.keys(pairs).length === 0) {
    return;
  }
  for (const resource of resources) {
    for (const spec of specs) {
      visitField(resource.object, spec, (parent, field) => {
        parent[field] = {
          ...(isMap(parent[field]) ? parent[field] : undefined),
          ...pairs,
        };
      });
    }
  }
}
