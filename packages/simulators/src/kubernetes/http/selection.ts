import type { Request } from 'express';
import type { Manifest } from '../../kustomize/manifest';
import { parseSelector } from '../matchSelector';
import { StatusError } from './status';

/** Fields that objects can be selected by, beside labels. */
const selectable = [
  'metadata.name',
  'metadata.namespace',
  'spec.nodeName',
  'status.phase',
  'involvedObject.kind',
  'involvedObject.name',
  'involvedObject.namespace',
  'involvedObject.uid',
  'reason',
  'type',
];

/**
 * Which objects a request asks for by `labelSelector` and `fieldSelector`.
 * @throws StatusError 400 when a selector cannot be read.
 */
export function selectionOf(request: Request): (object: Manifest) => boolean {
  const labels = readLabels(text(request.query.labelSelector));
  const fields = readFields(text(request.query.fieldSelector));
  return object => labels(object.metadata.labels) && fields(object);
}

/** A query parameter given once, or the empty string. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readLabels(selector: string) {
  try {
    return parseSelector(selector);
  } catch (error) {
    throw new StatusError(
      400,
      'BadRequest',
      `unable to parse requirement: ${(error as Error).message}`,
    );
  }
}

function readFields(selector: string): (object: Manifest) => boolean {
  const terms = selector
    .split(',')
    .filter(term => term !== '')
    .map(term => {
      const [, field, operator, value] =
        /^([A-Za-z.]+)(==|=|!=)(.*)$/.exec(term.trim()) ?? [];
      if (!selectable.includes(field)) {
        throw new StatusError(
          400,
          'BadRequest',
          `field label not supported: ${field ?? term}`,
        );
      }
      return { path: field.split('.'), equal: operator !== '!=', value };
    });
  return object =>
    terms.every(({ path, equal, value }) => {
      const found = path.reduce<any>((each, name) => each?.[name], object);
      return (String(found ?? '') === value) === equal;
    });
}
