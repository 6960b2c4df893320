import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { ReportGroup } from './reportsOf';

const commands = z
  .union([z.string().transform(command => [command]), z.array(z.string())])
  .nullish()
  .transform(list => list ?? []);

const phase = z.looseObject({ commands }).nullish();

/** Formats of coverage (buildspec reference, `reports`); all others are of tests. */
const COVERAGE_FORMATS = [
  'CLOVERXML',
  'COBERTURAXML',
  'JACOCOXML',
  'SIMPLECOV',
];

const buildspecSchema = z.looseObject({
  version: z.union([z.number(), z.string()]),
  env: z
    .looseObject({
      variables: z.record(z.string(), z.unknown()).nullish(),
      'exported-variables': z.array(z.string()).nullish(),
    })
    .nullish(),
  phases: z.looseObject({
    install: phase,
    pre_build: phase,
    build: phase,
    post_build: phase,
  }),
  reports: z
    .record(z.string(), z.looseObject({ 'file-format': z.string().optional() }))
    .nullish(),
});

/** What a buildspec says, as far as a simulated build follows it. */
export interface Buildspec {
  /** Variables with a plain text value. */
  variables: Record<string, string>;
  exportedVariables: string[];
  commands: Record<'INSTALL' | 'PRE_BUILD' | 'BUILD' | 'POST_BUILD', string[]>;
  reports: ReportGroup[];
}

/** A buildspec that CodeBuild would refuse. */
export class BuildspecError extends Error {
  override readonly name = 'BuildspecError';
}

/** @throws BuildspecError */
export function parseBuildspec(text: string): Buildspec {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new BuildspecError(document.errors[0].message);
  }
  const parsed = buildspecSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BuildspecError(
      `${issue.path.join('.') || 'buildspec'}: ${issue.message}`,
    );
  }
  const { env, phases, reports } = parsed.data;
  const variables = Object.entries(env?.variables ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    variables: Object.fromEntries(variables),
    exportedVariables: env?.['exported-variables'] ?? [],
    commands: {
      INSTALL: phases.install?.commands ?? [],
      PRE_BUILD: phases.pre_build?.commands ?? [],
      BUILD: phases.build?.commands ?? [],
      POST_BUILD: phases.post_build?.commands ?? [],
    },
    reports: Object.entries(reports ?? {}).map(([name, report]) => ({
      name,
      type: COVERAGE_FORMATS.includes(report['file-format'] ?? '')
        ? 'CODE_COVERAGE'
        : 'TEST',
    })),
  };
}

export const DOCKER_BUILD = /\bdocker\s+(?:buildx\s+)?build\b/;
export const DOCKER_PUSH = /\bdocker\s+push\b|--push\b/;
