import { codeSpan } from '../render/escapes';
import type { ServiceModel } from '../service/ServiceModel';
import type { PlannedPullRequest, PlannedRepository } from './Plan';

/** What one pull request is about. */
interface Subject {
  title: string;
  what: string;
  /** Why it stands where it stands in the order. */
  why: string;
}

/** The pull requests of a plan: one for each repository and base branch, in the order in which they are merged. */
export function describePullRequests(
  model: ServiceModel,
  repositories: PlannedRepository[],
): PlannedPullRequest[] {
  const split = repositories.filter(one => one.role === 'gitops').length > 1;
  const described = repositories.map((repository, index) => {
    const second =
      repositories.findIndex(one => one.role === repository.role) < index;
    return {
      repository,
      id: second
        ? `${repository.repository}-applications`
        : repository.repository,
      order: index + 1,
      ...subjectOf(model, repository, { split, second }),
    };
  });
  return described.map(({ repository, id, order, title, ...subject }) => ({
    id,
    role: repository.role,
    repository: repository.repository,
    base: repository.base.branch,
    title,
    body: [
      subject.what,
      '',
      ...purpose(model),
      '',
      '### Order of merging',
      '',
      ...described.map(
        one =>
          `${one.order}. ${one.order === order ? '**this one**: ' : ''}\`${one.repository.repository}\` into \`${one.repository.base.branch}\`: ${one.why}`,
      ),
      '',
    ].join('\n'),
    order,
    paths: repository.edits.map(edit => edit.path),
  }));
}

function purpose(model: ServiceModel): string[] {
  return [
    '| | |',
    '|---|---|',
    `| Service | \`${model.name}\` |`,
    `| Description | ${codeSpan(model.description.unwrap()).replace(/\|/g, '\\|')} |`,
    `| Owner | \`${model.owner}\` |`,
    `| System | \`${model.system}\` |`,
    `| Environments | ${model.environments.join(', ')} |`,
  ];
}

function subjectOf(
  model: ServiceModel,
  { role }: PlannedRepository,
  { split, second }: { split: boolean; second: boolean },
): Subject {
  const { name } = model;
  const environments = model.environments.join(', ');
  if (role === 'infra') {
    return {
      title: `feat: add registry, secrets and build project of ${name}`,
      what: `The image repository \`${model.image.repository}\`, the build project \`${model.project}\` and the names of the secrets of \`${name}\`.`,
      why: 'the build needs the image repository and the build project',
    };
  }
  if (role === 'apps') {
    return {
      title: `feat: add the service ${name}`,
      what: `The code of \`${name}\` with its tests, docs and catalog entry, and its workflow.`,
      why: 'its first build pushes an image and proposes the first deployment, so it comes last',
    };
  }
  if (second) {
    return {
      title: `feat: add the Argo CD applications of ${name}`,
      what: `One Argo CD Application for each environment (${environments}). Their parent reads this branch.`,
      why: 'the Applications point at the manifests, which have to be there first',
    };
  }
  return {
    title: `feat: deploy ${name} to ${environments}`,
    what: split
      ? `Base and overlays of \`${name}\`. The Applications read them from this branch.`
      : `Base, overlays and Argo CD Applications of \`${name}\`.`,
    why: 'it starts with zero replicas and the tag `unreleased`; the first build needs the overlays to bump',
  };
}
