import type { Viewer } from '../../views/View';

/** Answers of an upstream that a page has to wait for one after the other, at the least. */
export const stages: { kind: keyof Viewer; what: string; stages: number }[] = [
  { kind: 'images', what: 'ECR, 2,500 images', stages: Math.ceil(2500 / 1000) },
  { kind: 'builds', what: 'CodeBuild, 20 projects', stages: 2 },
  { kind: 'applications', what: 'Argo CD, 3 instances', stages: 1 },
];
