import { z } from 'zod';

const texts = z.record(z.string(), z.coerce.string());
const target = z.strictObject({
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
  labelSelector: z.string().optional(),
  annotationSelector: z.string().optional(),
});
const options = z.strictObject({
  labels: texts.optional(),
  annotations: texts.optional(),
  disableNameSuffixHash: z.boolean().optional(),
  immutable: z.boolean().optional(),
});
const configMap = z.strictObject({
  name: z.string().default(''),
  namespace: z.string().optional(),
  behavior: z.enum(['create', 'merge', 'replace']).optional(),
  literals: z.array(z.string()).optional(),
  files: z.array(z.string()).optional(),
  envs: z.array(z.string()).optional(),
  env: z.string().optional(),
  options: options.optional(),
});
const patch = z.strictObject({
  path: z.string().optional(),
  patch: z.string().optional(),
  target: target.optional(),
  options: z
    .strictObject({
      allowNameChange: z.boolean().optional(),
      allowKindChange: z.boolean().optional(),
    })
    .optional(),
});
const fieldSpec = z.strictObject({
  path: z.string(),
  group: z.string().optional(),
  version: z.string().optional(),
  kind: z.string().optional(),
  create: z.boolean().optional(),
});

/** Every field that is carried out. */
export const kustomizationFields = {
  apiVersion: z.string().optional(),
  kind: z.string().optional(),
  metadata: z.looseObject({}).optional(),
  resources: z.array(z.string()).default([]),
  bases: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  namespace: z.string().default(''),
  namePrefix: z.string().default(''),
  nameSuffix: z.string().default(''),
  images: z
    .array(
      z.strictObject({
        name: z.string().default(''),
        newName: z.string().optional(),
        newTag: z.string().optional(),
        digest: z.string().optional(),
      }),
    )
    .default([]),
  replicas: z
    .array(
      z.strictObject({
        name: z.string().default(''),
        count: z.number().default(0),
      }),
    )
    .default([]),
  patches: z.array(patch).default([]),
  patchesStrategicMerge: z.array(z.string()).default([]),
  patchesJson6902: z.array(patch).default([]),
  labels: z
    .array(
      z.strictObject({
        pairs: texts.optional(),
        includeSelectors: z.boolean().optional(),
        includeTemplates: z.boolean().optional(),
        fields: z.array(fieldSpec).optional(),
      }),
    )
    .default([]),
  commonLabels: texts.default({}),
  commonAnnotations: texts.default({}),
  configMapGenerator: z.array(configMap).default([]),
  secretGenerator: z
    .array(configMap.extend({ type: z.string().optional() }))
    .default([]),
  generatorOptions: options.default({}),
  sortOptions: z
    .strictObject({
      order: z.enum(['legacy', 'fifo']).optional(),
      legacySortOptions: z
        .strictObject({
          orderFirst: z.array(z.string()).optional(),
          orderLast: z.array(z.string()).optional(),
        })
        .optional(),
    })
    .optional(),
};

/** Fields that kustomize knows and this subset does not carry out. */
export const unsupportedFields = [
  'buildMetadata',
  'configurations',
  'crds',
  'generators',
  'helmCharts',
  'helmChartInflationGenerator',
  'helmGlobals',
  'openapi',
  'replacements',
  'transformers',
  'validators',
  'vars',
];

/** The shape of a kustomization. */
export const kustomizationSchema = z.strictObject(kustomizationFields);

/** A kustomization, read and checked, with defaults for what it leaves out. */
export type Kustomization = z.infer<typeof kustomizationSchema>;
