import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  SECRET_TAGS_ANNOTATION,
  SERVICE_ANNOTATION,
} from '@shopstack/plugin-kit-common';
import {
  missingAnnotation,
  parseTagsAnnotation,
} from '@shopstack/plugin-kit-node';
import type { SecretsConfig } from '../secretsConfig';
import type { SecretQuestion } from './SecretQuestion';

/** A value of a label, as services are named. */
const SERVICE = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/** The name of the service that an entity describes, or undefined where it has none. */
export function serviceOf(entity: Entity): string | undefined {
  const service = entity.metadata.annotations?.[SERVICE_ANNOTATION]?.trim();
  if (service && !SERVICE.test(service)) {
    throw new InputError(`The annotation '${SERVICE_ANNOTATION}' is malformed`);
  }
  return service || undefined;
}

/**
 * How the secrets of an entity are found: by the tags of its annotation, else as the configuration says for its service.
 *
 * @throws InputError when it has neither annotation, or one is malformed; the message names it.
 */
export function parseSecretQuestion(
  entity: Entity,
  {
    names,
    tag,
    environments,
  }: Pick<SecretsConfig, 'names' | 'tag'> & {
    environments: readonly string[];
  },
): SecretQuestion {
  const annotated = entity.metadata.annotations?.[SECRET_TAGS_ANNOTATION];
  if (annotated?.trim()) {
    return {
      names: [],
      tags: parseTagsAnnotation(annotated, SECRET_TAGS_ANNOTATION),
    };
  }
  const service = serviceOf(entity);
  if (!service) {
    throw missingAnnotation(entity, SERVICE_ANNOTATION, SECRET_TAGS_ANNOTATION);
  }
  return {
    names: names.flatMap(name => fill(name, service, environments)),
    ...(tag && { tags: { [tag]: service } }),
  };
}

function fill(
  name: string,
  service: string,
  environments: readonly string[],
): SecretQuestion['names'] {
  const own = name.replace(/\{\{\s*service\s*\}\}/g, service);
  const mark = /\{\{\s*environment\s*\}\}/g;
  return mark.test(own)
    ? environments.map(environment => ({
        prefix: own.replace(mark, environment),
        environment,
      }))
    : [{ prefix: own }];
}
