import { parseAllDocuments } from 'yaml';
import type { ServiceModel } from '../service/ServiceModel';
import { blocksOf } from '../terraform/hclText';
import { checkManifests } from './checkManifests';
import type { PlanCheck, PlannedEdit, PlannedRepository } from './Plan';

/** Looks at what a plan would write, before anything is written. */
export function checkPlan(
  model: ServiceModel,
  repositories: PlannedRepository[],
): PlanCheck[] {
  const edits = repositories.flatMap(one => one.edits);
  const manifests = checkManifests(model, repositories);
  return [
    check('yaml', 'YAML can be read', edits.flatMap(yamlProblems)),
    check('json', 'JSON can be read', edits.flatMap(jsonProblems)),
    check('terraform', 'Terraform has the modules', terraformProblems(edits)),
    check('tags', 'No overlay deploys a moving tag', edits.flatMap(movingTags)),
    check(
      'images',
      'Overlays set the image that the base uses',
      manifests.images,
    ),
    check(
      'namespaces',
      'Every environment has a namespace of its own',
      manifests.namespaces,
    ),
    check(
      'applications',
      'Every Application has its overlay and its finalizer',
      manifests.applications,
    ),
    check(
      'workloads',
      'Containers have limits, probes and a security context',
      manifests.workloads,
    ),
  ];
}

function check(name: string, detail: string, problems: string[]): PlanCheck {
  return problems.length === 0
    ? { name, state: 'passed', detail }
    : { name, state: 'failed', detail: problems.join('; ') };
}

function yamlProblems({ path, after }: PlannedEdit): string[] {
  if (!/\.ya?ml$/.test(path)) {
    return [];
  }
  const documents = parseAllDocuments(after, { logLevel: 'silent' });
  return (Array.isArray(documents) ? documents : []).flatMap(document =>
    document.errors.map(
      error =>
        `${path}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`,
    ),
  );
}

function jsonProblems({ path, after }: PlannedEdit): string[] {
  if (!path.endsWith('.json')) {
    return [];
  }
  try {
    JSON.parse(after);
    return [];
  } catch (error) {
    return [`${path}: ${(error as Error).message}`];
  }
}

function terraformProblems(edits: PlannedEdit[]): string[] {
  const service = edits.find(({ path }) => /\/service-[^/]+\.tf$/.test(path));
  const modules = service
    ? blocksOf(service.after).filter(({ type }) => type === 'module')
    : [];
  return ['_ecr', '_secrets', '_codebuild']
    .filter(suffix => !modules.some(({ labels }) => labels[0].endsWith(suffix)))
    .map(suffix => `no module ends with ${suffix}`);
}

function movingTags({ path, after }: PlannedEdit): string[] {
  return /\bnewTag: *["']?(latest|main|dev|stable)["']?\s*$/m.test(after)
    ? [`${path} names a tag that moves`]
    : [];
}
