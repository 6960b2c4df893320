import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { annotationList, missingAnnotation } from '../http';
import { type AwsArn, parseAwsArn } from './awsArn';

/**
 * The ARNs of an annotation. Malformed ones beside good ones become sources that say what is wrong with them.
 *
 * @throws InputError when there is none, or none that is well formed.
 */
export function annotationArns(
  entity: Entity,
  annotation: string,
  expected: { source: string; service: string; resourceType: string },
): { arns: AwsArn[]; malformed: SourceStatus[] } {
  const arns: AwsArn[] = [];
  const malformed: SourceStatus[] = [];
  let problem: unknown = missingAnnotation(entity, annotation);
  for (const value of annotationList(entity, annotation)) {
    try {
      arns.push(parseAwsArn(value, expected));
    } catch (error) {
      problem = error;
      malformed.push({
        source: expected.source,
        instance: annotation,
        state: 'unavailable',
        reason: isError(error) ? error.message : undefined,
      });
    }
  }
  if (arns.length === 0) {
    throw problem;
  }
  return { arns, malformed };
}
