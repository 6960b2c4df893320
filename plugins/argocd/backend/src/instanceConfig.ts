import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How the portal proves to an Argo CD who it is. */
export type ArgocdCredentials =
  | { token: string }
  | { username: string; password: string };

export interface ArgocdInstanceConfig {
  name: string;
  /** Without a slash at the end. */
  url: string;
  /** Address for people, without a slash at the end. */
  frontendUrl: string;
  /** Absent where none are configured: there are no default credentials. */
  credentials?: ArgocdCredentials;
}

/** Reads all instances of the locator methods of type `config`. */
export function readInstances(root: Config): ArgocdInstanceConfig[] {
  const everywhere = readCredentials(
    root.getOptionalConfig('argocd'),
    'argocd',
  );
  const methods = root.getOptionalConfigArray('argocd.appLocatorMethods') ?? [];
  const instances = methods
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getConfigArray('instances'))
    .map(instance => {
      const name = instance.getString('name');
      const url = readAddress(instance, 'url');
      return {
        name,
        url,
        frontendUrl: instance.has('frontendUrl')
          ? readAddress(instance, 'frontendUrl')
          : url,
        credentials:
          readCredentials(instance, `the Argo CD instance '${name}'`) ??
          everywhere,
      };
    });
  const names = instances.map(instance => instance.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`Two Argo CD instances have the name '${twice}'`);
  }
  return instances;
}

/** A token before a username with its password, as the usual plugins have it. */
function readCredentials(
  config: Config | undefined,
  place: string,
): ArgocdCredentials | undefined {
  const token = config?.getOptionalString('token');
  if (token) {
    return { token };
  }
  const username = config?.getOptionalString('username');
  const password = config?.getOptionalString('password');
  if (Boolean(username) !== Boolean(password)) {
    throw new InputError(
      `A username needs a password, and a password a username: ${place} has only one of them`,
    );
  }
  return username && password ? { username, password } : undefined;
}

function readAddress(instance: Config, key: string): string {
  const address = instance.getString(key);
  const usable =
    URL.canParse(address) &&
    ['http:', 'https:'].includes(new URL(address).protocol);
  if (!usable) {
    throw new InputError(
      `The ${key} of the Argo CD instance '${instance.getString('name')}' is no http address`,
    );
  }
  return address.replace(/\/+$/, '');
}
