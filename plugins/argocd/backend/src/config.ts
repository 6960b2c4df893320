import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

export interface ArgocdInstanceConfig {
  name: string;
  /** Without a slash at the end. */
  url: string;
  /** Address for people, without a slash at the end. */
  frontendUrl: string;
  token?: string;
}

export interface ArgocdConfig {
  maxAgeSeconds: number;
  timeoutMs: number;
  concurrency: number;
  revisionsToLoad: number;
  instances: ArgocdInstanceConfig[];
}

/**
 * Reads `argocd` from the configuration.
 *
 * @throws InputError at start when an address is none, a name stands twice, or a number is not positive.
 */
export function readArgocdConfig(root: Config): ArgocdConfig {
  const positive = (key: string, otherwise: number) => {
    const value = root.getOptionalNumber(`argocd.${key}`) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(`argocd.${key} must be more than 0, not ${value}`);
    }
    return value;
  };
  return {
    maxAgeSeconds: positive('maxAgeSeconds', 10),
    timeoutMs: positive('timeoutSeconds', 10) * 1000,
    concurrency: positive('concurrency', 8),
    revisionsToLoad: readRevisionsToLoad(root),
    instances: readInstances(root),
  };
}

/** Peers take -1 for all; Argo CD itself keeps ten by default. */
function readRevisionsToLoad(root: Config): number {
  const value = root.getOptionalNumber('argocd.revisionsToLoad') ?? 10;
  return value < 0 ? 10 : value;
}

function readInstances(root: Config): ArgocdInstanceConfig[] {
  const methods = root.getOptionalConfigArray('argocd.appLocatorMethods') ?? [];
  const instances = methods
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getConfigArray('instances'))
    .map(instance => {
      const url = readAddress(instance, 'url');
      return {
        name: instance.getString('name'),
        url,
        frontendUrl: instance.has('frontendUrl')
          ? readAddress(instance, 'frontendUrl')
          : url,
        token: instance.getOptionalString('token'),
      };
    });
  const names = instances.map(instance => instance.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`Two Argo CD instances have the name '${twice}'`);
  }
  return instances;
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
