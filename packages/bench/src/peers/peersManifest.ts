import {
  peerDependencies,
  peers,
  platformPackages,
  sdkPackages,
  shims,
} from './peerPackages';

/** The `package.json` that npm installs the peers from: exact versions, ours where both sides use the same package. */
export function peersManifest(versionOf: (name: string) => string) {
  const shared = (names: string[]) =>
    Object.fromEntries(names.map(name => [name, versionOf(name)]));
  const replaced = Object.fromEntries(
    Object.entries(shims).map(([name, folder]) => [
      name,
      `file:./shims/${folder}`,
    ]),
  );
  const clients = shared(sdkPackages);
  return {
    name: 'bench-peers',
    private: true,
    dependencies: {
      ...Object.fromEntries(
        Object.values(peers).map(({ name, version }) => [name, version]),
      ),
      ...clients,
    },
    overrides: {
      ...peerDependencies,
      ...shared(platformPackages),
      ...clients,
      ...replaced,
    },
  };
}
