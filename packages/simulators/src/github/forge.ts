import type { Forge } from '../world/types';
import type { GithubContext } from './context';
import { FORGE_BOT } from './authentication';

/** What the world asks of the forge, and where its events are to be sent. */
export interface GithubForge extends Forge {
  /** Sends pushes and pull requests to an address from now on; the same address again replaces its secret. */
  addHook(options: { url: string; secret: string }): void;
}

/** The forge as the world's reactions use it. */
export function createForge(context: GithubContext): GithubForge {
  const { pulls, merger, autoMerger, statuses, webhooks } = context;
  return {
    async openPull(options) {
      return (await pulls.open(options)).number;
    },
    async enableAutoMerge(repository, number, { method } = {}) {
      autoMerger.enable(pulls.require(repository, number), method);
    },
    async mergePull(repository, number, options = {}) {
      const by = FORGE_BOT.login;
      return merger.merge(repository, number, { ...options, by });
    },
    async setStatus(repository, sha, status) {
      statuses.add(repository, sha, status, FORGE_BOT.login);
    },
    addHook(options) {
      webhooks.add(options);
    },
  };
}
