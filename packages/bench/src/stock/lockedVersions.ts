const compare = (left: string, right: string) =>
  left.localeCompare(right, 'en', { numeric: true });

/** The version of each npm package in a Yarn lockfile; the newest where there are several. */
export function lockedVersions(lockfile: string): Map<string, string> {
  const versions = new Map<string, string>();
  const resolutions = lockfile.matchAll(
    /^ {2}resolution: "(@?[^@"]+)@npm:(\d[^"]*)"$/gm,
  );
  for (const [, name, version] of resolutions) {
    const known = versions.get(name);
    if (known === undefined || compare(known, version) < 0) {
      versions.set(name, version);
    }
  }
  return versions;
}
