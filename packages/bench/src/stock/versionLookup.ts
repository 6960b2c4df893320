/**
 * Which version of a package stock gets: ours where we have the package, so that both sides run the same code; else the one
 * that create-app was released with.
 */
export function versionLookup(
  ours: Map<string, string>,
  createApp: Record<string, string>,
): (packageName: string) => string {
  return packageName => {
    const version = ours.get(packageName) ?? createApp[packageName];
    if (!version) throw new Error(`No version of ${packageName} is known`);
    return version;
  };
}
