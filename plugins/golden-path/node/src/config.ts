import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import {
  PLATFORM_DEFAULTS,
  type RepositoryRole,
} from '@shopstack/plugin-golden-path-common';
import type { ForgeRepository } from './forge/GitForge';

/** A repository, and the branch that is proposed to; the forge's default branch when none is named. */
interface ConfiguredRepository extends ForgeRepository {
  branch?: string;
}

export interface GoldenPathConfig {
  /** Absolute. */
  templatesDirectory: string;
  host: string;
  repositories: Record<RepositoryRole, ConfiguredRepository>;
  aws: { account: string; region: string };
  timeoutMs: number;
  cleanUpMs: number;
}

/** Reads `goldenPath`, once. @throws Error naming the key that is missing or wrong. */
export function readGoldenPathConfig(root: Config): GoldenPathConfig {
  const config = root.getConfig('goldenPath');
  const repository = (role: RepositoryRole): ConfiguredRepository => {
    const own = config.getConfig(`repositories.${role}`);
    return {
      owner: own.getString('owner'),
      name: own.getString('repo'),
      branch: own.getOptionalString('branch'),
    };
  };
  const seconds = (key: string, fallback: number) =>
    (config.getOptionalNumber(key) ?? fallback) * 1000;
  return {
    templatesDirectory: resolve(
      config.getOptionalString('templates.directory') ?? 'templates',
    ),
    host: config.getOptionalString('host') ?? 'github.com',
    repositories: {
      apps: repository('apps'),
      gitops: repository('gitops'),
      infra: repository('infra'),
    },
    aws: {
      account:
        config.getOptionalString('aws.account') ??
        PLATFORM_DEFAULTS.aws.account,
      region:
        config.getOptionalString('aws.region') ?? PLATFORM_DEFAULTS.aws.region,
    },
    timeoutMs: seconds('timeoutSeconds', 10),
    cleanUpMs: seconds('cleanUpSeconds', 60),
  };
}

/** Address of the forge for a person, from the address of its API. */
export function forgeUrlOf(host: string, apiBaseUrl: string): string {
  const { protocol } = new URL(apiBaseUrl);
  return `${protocol}//${host}`;
}
