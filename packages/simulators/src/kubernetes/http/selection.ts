import type { Request } from 'express';
import type { Manifest } from '../../kustomize/manifest';
import { parseSelector } from '../matchSelector';
import { StatusError } from './status';

/** Fields that objects of every kind can be selected by. */
const EVERYWHERE = ['metadata.name', 'metadata.namespace'];

/** Fields beside them, by kind; the API server indexes no others (their `ConvertLabel` functions). */
const SELECTABLE: Record<string, string[]> = {
  Pod: [
    'spec.hostNetwork',
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.nominatedNodeName',
    'status.phase',
    'status.podIP',
  ],
  Event: [
    'involvedObject.apiVersion',
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.resourceVersion',
    'involvedObject.uid',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  Job: ['status.successful'],
  Namespace: ['status.phase'],
  Node: ['spec.unschedulable'],
  ReplicaSet: ['status.replicas'],
  Secret: ['type'],
};

/**
 * Which objects of a kind a request asks for by `labelSelector` and `fieldSelector`.
 * @throws StatusError 400 when a selector cannot be read.
 */
export function selectionOf(
  request: Request,
  kind: string,
): (object: Manifest) => boolean {
  const labels = readLabels(text(request.query.labelSelector));
  const fields = readFields(text(request.query.fieldSelector), [
    ...EVERYWHERE,
    ...(SELECTABLE[kind] ?? []),
  ]);
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

function readFields(
  selector: string,
  selectable: readonly string[],
): (object: Manifest) => boolean {
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
