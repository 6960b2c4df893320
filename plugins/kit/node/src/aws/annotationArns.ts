import type { Entity } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { annotationList, missingAnnotation } from '../http';
import { type AwsArn, parseAwsArn } from './awsArn';

/** The ARNs that an annotation names. */
export interface AnnotationArns {
  arns: AwsArn[];
  /** Each malformed one as a source that says what is wrong with it. */
  malformed: SourceStatus[];
}

/** Reads the ARNs of an annotation; answers none where the entity has no such annotation. */
export function findArns(
  entity: Entity,
  annotation: string,
  expected: { source: string; service: string; resourceType: string },
): AnnotationArns {
  const arns: AwsArn[] = [];
  const malformed: SourceStatus[] = [];
  for (const value of annotationList(entity, annotation)) {
    try {
      arns.push(parseAwsArn(value, expected));
    } catch (error) {
      malformed.push({
        source: expected.source,
        instance: annotation,
        state: 'unavailable',
        reason: isError(error) ? error.message : undefined,
      });
    }
  }
  return { arns, malformed };
}

/**
 * Like `findArns`, for an entity that must name one.
 *
 * @throws InputError when there is none, or none that is well formed.
 */
export function requireArns(
  entity: Entity,
  annotation: string,
  expected: { source: string; service: string; resourceType: string },
): AnnotationArns {
  const found = findArns(entity, annotation, expected);
  if (found.arns.length === 0) {
    throw found.malformed.length > 0
      ? new InputError(found.malformed[0].reason)
      : missingAnnotation(entity, annotation);
  }
  return found;
}
