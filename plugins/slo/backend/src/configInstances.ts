import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { InstanceConfig } from './config';
import { readEndpoint } from './configEndpoint';

/** Reads `slo.instances`. */
export function readInstances(root: Config): InstanceConfig[] {
  const instances = (root.getOptionalConfigArray('slo.instances') ?? []).map(
    (instance, index): InstanceConfig => {
      const place = `slo.instances[${index}]`;
      const alertmanager = instance.getOptionalConfig('alertmanager');
      return {
        name: readName(instance, `${place}.name`),
        ...readEndpoint(instance, place),
        alertmanager:
          alertmanager && readEndpoint(alertmanager, `${place}.alertmanager`),
      };
    },
  );
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `slo.instances[${names.lastIndexOf(twice)}].name: there is another instance '${twice}'`,
    );
  }
  return instances;
}

/** A name is a part of addresses and of an annotation. */
function readName(instance: Config, key: string): string {
  const name = instance.getOptionalString('name') ?? '';
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(name)) {
    throw new InputError(
      `${key} must be 1 to 63 letters, digits, '-', '_' or '.', with a letter or digit first and last`,
    );
  }
  return name;
}
