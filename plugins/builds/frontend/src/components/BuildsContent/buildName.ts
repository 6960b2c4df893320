import type { Build } from '@shopstack/plugin-builds-common';

/** What people call a build: its number, else the end of its id. */
export function buildName(build: Build): string {
  return build.number === undefined
    ? build.id.slice(build.id.lastIndexOf(':') + 1).slice(0, 8)
    : `#${build.number}`;
}
