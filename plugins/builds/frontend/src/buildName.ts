import type { Build, BuildId } from '@shopstack/plugin-builds-common';

const SHORT_ID_LENGTH = 8;

/** What people call a build: its number, else the end of its id. */
export function buildName(build: Pick<Build, 'id' | 'number'>): string {
  return build.number === undefined
    ? build.id.slice(build.id.lastIndexOf(':') + 1).slice(0, SHORT_ID_LENGTH)
    : `#${build.number}`;
}

/** Names a build in a list and in the URL: unique over all executors. */
export function buildKey({ executor, id }: BuildId): string {
  return `${executor}/${id}`;
}

/** The build that a key names; undefined when it is none. */
export function parseBuildKey(key: string | null): BuildId | undefined {
  const slash = key?.indexOf('/') ?? -1;
  const executor = key?.slice(0, slash);
  const id = key?.slice(slash + 1);
  if (!id || (executor !== 'aws-codebuild' && executor !== 'github-actions')) {
    return undefined;
  }
  return { executor, id };
}
