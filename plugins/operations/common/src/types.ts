import type { Basis, Observed } from '@shopstack/plugin-kit-common';

/** What a link leads to. */
export type LinkKind = 'dashboard' | 'logs' | 'traces' | 'alerts' | 'other';

/** A place outside of the portal where one environment of a service can be looked at. */
export interface ServiceLink {
  kind: LinkKind;
  title: string;
  url: string;
}

/** The links of one environment. */
export interface EnvironmentLinks {
  environment: string;
  /** Whether its pods say that it is there, or only the order of environments does. */
  basis: Basis;
  links: ServiceLink[];
}

/** Who is called when the service is ill. */
export interface OnCall {
  provider: 'pagerduty' | 'opsgenie' | 'other';
  /** The service there, or what the annotation says. Absent where only a key is known, which is never shown. */
  text?: string;
  url?: string;
}

/** Where to look and whom to call; environments in the order of promotion. */
export interface ServiceLinks extends Observed<EnvironmentLinks> {
  onCall: OnCall[];
  /** False when no link is configured at all. */
  configured: boolean;
}

/** What may be known of a secret without its value. Times are ISO strings. */
export interface ServiceSecret {
  name: string;
  arn: string;
  accountId: string;
  region: string;
  description?: string;
  environment?: string;
  createdAt?: string;
  /** When anything of it changed; AWS counts its tags and its description too. */
  lastChangedAt?: string;
  lastRotatedAt?: string;
  nextRotationAt?: string;
  rotationEnabled: boolean;
  rotateEveryDays?: number;
  /** Whole days since it was rotated, or changed where it never was; at the time of the answer. */
  ageDays?: number;
  /** True when it is older than `staleAfterDays`. */
  stale: boolean;
  consoleUrl: string;
}

/** The secrets of a service: what stands longest unchanged first. */
export interface ServiceSecrets extends Observed<ServiceSecret> {
  staleAfterDays: number;
}
