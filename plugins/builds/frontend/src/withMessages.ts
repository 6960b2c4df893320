import type { Build } from '@shopstack/plugin-builds-common';

/**
 * Adds the message of the commit to builds whose executor does not tell it, as AWS CodeBuild, from another build of the
 * same commit.
 */
export function withMessages(builds: Build[]): Build[] {
  const messages = new Map<string, string>();
  for (const { commit, commitMessage } of builds) {
    if (commit && commitMessage) messages.set(commit, commitMessage);
  }
  return builds.map(build => {
    const commitMessage =
      build.commitMessage ?? (build.commit && messages.get(build.commit));
    return commitMessage ? { ...build, commitMessage } : build;
  });
}
