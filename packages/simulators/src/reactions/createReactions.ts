import type { Forge, World } from '../world/types';
import { BuildAdvancer } from './builds/BuildAdvancer';
import { ChangeQueue, type PendingPush } from './changes';
import { advanceScans } from './images/advanceScans';
import { recordPulls } from './images/recordPulls';
import { INFRASTRUCTURE_REPOSITORY } from './organisation';
import { reportJob } from './runs/reportJob';
import { RunAdvancer } from './runs/RunAdvancer';
import { applyTerraform } from './terraform/applyTerraform';
import { reportApply } from './terraform/reportApply';
import {
  startWorkflowsOnPull,
  startWorkflowsOnPush,
} from './workflows/startWorkflows';

/**
 * Makes the world react: a push applies Terraform and starts workflows, workflows start builds and propose releases, builds push
 * images, images are scanned. Everything under way is a document that the ticker carries on, so that a killed process goes on where
 * it was.
 */
export async function createReactions({
  world,
  forge,
}: {
  world: World;
  forge: Forge;
}): Promise<void> {
  const changes = new ChangeQueue(world);
  const runs = new RunAdvancer(world, forge);
  const builds = new BuildAdvancer(world);
  await changes.catchUp();
  changes.listen();
  recordPulls(world);

  world.ticker.register('changes', () =>
    changes.drain({
      push: async (push, finish) => {
        await apply(world, forge, push);
        const started = await startWorkflowsOnPush(world, push, finish);
        await announce(started);
      },
      pull: async (pull, finish) => {
        await announce(await startWorkflowsOnPull(world, pull, finish));
      },
    }),
  );
  world.ticker.register('builds', () => builds.step());
  world.ticker.register('scans', () => advanceScans(world));
  world.ticker.register('workflow runs', () => runs.step());

  async function announce(
    started: Awaited<ReturnType<typeof startWorkflowsOnPush>>,
  ) {
    for (const run of started) {
      for (const job of run.jobs) {
        await reportJob(world, forge, run, job);
      }
    }
  }
}

async function apply(world: World, forge: Forge, push: PendingPush) {
  const { repository, branch, after } = push;
  if (repository === INFRASTRUCTURE_REPOSITORY && branch === 'main' && after) {
    const result = await applyTerraform(world, after, world.clock.now());
    await reportApply(forge, after, result);
  }
}
