import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { forgeUrlOf, readGoldenPathConfig } from './config';
import { DefaultPlanningService } from './planning/DefaultPlanningService';
import type { PlanningService } from './planning/PlanningService';
import { DefaultProposalService } from './proposal/DefaultProposalService';
import type { ProposalService } from './proposal/ProposalService';
import { GithubConnection } from './upstream/github/GithubConnection';
import { GithubForge } from './upstream/github/GithubForge';

/** The golden paths on the forge and the repositories that the configuration names. */
export interface GoldenPaths {
  planning: PlanningService;
  proposals: ProposalService;
}

/** @throws Error naming the configuration key that is missing or wrong. */
export function createGoldenPaths(root: Config): GoldenPaths {
  const config = readGoldenPathConfig(root);
  const connection = new GithubConnection({
    integrations: ScmIntegrations.fromConfig(root),
    host: config.host,
    timeoutMs: config.timeoutMs,
  });
  const forge = new GithubForge(connection);
  const forgeUrl = forgeUrlOf(config.host, connection.apiBaseUrl);
  const planning = new DefaultPlanningService({ config, forge, forgeUrl });
  const proposals = new DefaultProposalService({ config, forge, planning });
  return { planning, proposals };
}
