import { CART_PATH } from '../testing/entities';
import type { UpstreamAddresses } from '../testing/portalConfig';

/** A source, the upstream behind it, and the page that shows it. */
export interface SourceUnderTest {
  source: string;
  upstream: keyof UpstreamAddresses;
  path: string;
}

/** Every source of the service page. */
export const SOURCES_UNDER_TEST: readonly SourceUnderTest[] = [
  {
    source: 'amazon-ecr',
    upstream: 'ecr',
    path: `/api/ecr${CART_PATH}/images`,
  },
  {
    source: 'aws-codebuild',
    upstream: 'codebuild',
    path: `/api/builds${CART_PATH}/builds`,
  },
  {
    source: 'github-actions',
    upstream: 'github',
    path: `/api/builds${CART_PATH}/builds`,
  },
  {
    source: 'argo-cd',
    upstream: 'argocd',
    path: `/api/argocd${CART_PATH}/applications`,
  },
  {
    source: 'kubernetes',
    upstream: 'kubernetes',
    path: `/api/workloads${CART_PATH}/workloads`,
  },
  {
    source: 'aws-secrets-manager',
    upstream: 'secrets',
    path: `/api/operations${CART_PATH}/secrets`,
  },
  {
    source: 'prometheus',
    upstream: 'prometheus',
    path: `/api/slo${CART_PATH}/slos`,
  },
  {
    source: 'alertmanager',
    upstream: 'alertmanager',
    path: `/api/slo${CART_PATH}/slos`,
  },
];
