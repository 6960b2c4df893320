import {
  ECR_SEVERITIES,
  type EcrServiceScan,
} from '@shopstack/plugin-ecr-common';

/**
 * By the number of findings of the worst severity, then of the next. Where nobody knows what there is stands before what
 * is known to be clean. Then by name, so that the order does not change between answers.
 */
export function worstImageFirst(a: EcrServiceScan, b: EcrServiceScan): number {
  const [countsA, countsB] = [a.image.scan.counts, b.image.scan.counts];
  for (const severity of ECR_SEVERITIES) {
    const difference = (countsB?.[severity] ?? 0) - (countsA?.[severity] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return (
    Number(countsA !== undefined) - Number(countsB !== undefined) ||
    a.entityRef.localeCompare(b.entityRef) ||
    a.image.digest.localeCompare(b.image.digest)
  );
}
