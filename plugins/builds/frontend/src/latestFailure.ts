import type {
  Build,
  BuildPage,
  BuildProject,
} from '@shopstack/plugin-builds-common';
import { isUnderWay, wentWrong } from './buildStatus';

/** What a default branch is called where the executor does not tell. */
const USUAL_DEFAULT_BRANCHES = ['main', 'master'];

/** The branch of a build; a build that was started with a commit has that of the run over the same commit. */
function branchOf({ branch, commit }: Build, all: Build[]): string | undefined {
  if (branch || !commit) return branch;
  return all.find(other => other.branch && other.commit === commit)?.branch;
}

function isDefault(branch: string | undefined, project: BuildProject): boolean {
  if (!branch) return false;
  return project.defaultBranch
    ? branch === project.defaultBranch
    : USUAL_DEFAULT_BRANCHES.includes(branch);
}

/** The phase that made a build fail. */
export function failingPhase({ phases }: Build): string | undefined {
  const wrong = phases.filter(({ status }) => wentWrong(status));
  return (wrong.find(({ message }) => message) ?? wrong[0])?.name;
}

/**
 * The build that a person has to look at: of every project the latest result on the default branch, and of those that
 * went wrong the newest. Where a workflow and the build that it started failed over the same commit, the one that
 * names a phase says more. A build that was stopped, or still runs, is no result.
 *
 * @param page builds newest first
 */
export function latestFailure({
  items,
  projects,
}: BuildPage): Build | undefined {
  const latest = projects.flatMap(project => {
    const result = items.find(
      build =>
        build.projectKey === project.key &&
        isDefault(branchOf(build, items), project) &&
        build.status !== 'stopped' &&
        !isUnderWay(build.status),
    );
    return result ?? [];
  });
  const failures = items.filter(
    build => latest.includes(build) && wentWrong(build.status),
  );
  const [newest] = failures;
  const failure =
    failures.find(
      build => build.commit === newest.commit && failingPhase(build),
    ) ?? newest;
  return failure && { ...failure, branch: branchOf(failure, items) };
}
