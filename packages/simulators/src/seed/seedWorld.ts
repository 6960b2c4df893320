import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seedStandby, settleArgocd } from '../argocd';
import {
  CODE_REPOSITORY,
  GITOPS_REPOSITORY,
  INFRASTRUCTURE_REPOSITORY,
} from '../reactions/organisation';
import { ChangeQueue } from '../reactions/changes';
import { applyTerraform } from '../reactions/terraform/applyTerraform';
import type { OwnedWorld } from '../world/createWorld';
import { copyGitops } from './copyGitops';
import { importCommits } from './importCommits';
import { PLATFORM_ENGINEER } from './people';
import { readFolder, replaceInFiles } from './readFolder';
import { readHistory } from './readHistory';
import { seedCode } from './seedCode';
import { seedPipeline } from './seedPipeline';
import { seedReleases } from './seedReleases';

const MARKER_KIND = 'seed';
const MARKER_ID = 'complete';
const HISTORY_DAYS = 30;
const DAY = 86_400_000;
const FORGE_PLACEHOLDER = '__FORGE_URL__';

/** Written last: without it a seed was cut short and is begun anew. */
interface SeedMarker {
  at: string;
  /** The folder whose copy the GitOps repository is, if it is not the demo's. */
  gitops?: string;
}

export interface SeedOptions {
  world: OwnedWorld;
  /** Folder with `repositories/` and `history.yaml`; without it the three repositories start empty. */
  examples?: string;
  /** A GitOps repository to use a copy of in place of the demo's. */
  gitops?: string;
}

/**
 * Fills a world at its first start. A world that was seeded stays as it is.
 *
 * @throws Error when the world was seeded with another GitOps repository than the one asked for
 */
export async function seedWorld(options: SeedOptions): Promise<void> {
  const { world, examples, gitops } = options;
  const marker = world.store.get<SeedMarker>(MARKER_KIND, MARKER_ID);
  if (marker) {
    if (gitops && gitops !== marker.gitops) {
      throw new Error(
        `This world was begun with ${marker.gitops ?? 'the demo repositories'}: start with --fresh to begin a new one with ${gitops}`,
      );
    }
    return;
  }
  await clear(world);
  if (examples) {
    await seedExamples(world, examples, gitops);
  } else {
    for (const name of [
      CODE_REPOSITORY,
      GITOPS_REPOSITORY,
      INFRASTRUCTURE_REPOSITORY,
    ]) {
      await world.repositories.create(name);
    }
  }
  if (await world.repositories.resolve(GITOPS_REPOSITORY, 'main')) {
    await settleArgocd({ world });
    if (examples && !gitops) {
      await seedStandby({ world });
    }
  }
  // What is there is where the world begins; it reacts to what comes after.
  await new ChangeQueue(world).adopt();
  const complete: SeedMarker = { at: world.clock.now().toISOString(), gitops };
  world.store.put(MARKER_KIND, MARKER_ID, complete);
}

async function clear({ store, repositories }: OwnedWorld) {
  // The clock's settings are no part of what is seeded.
  store.clear('setting');
  for (const name of await repositories.names()) {
    await rm(repositories.directory(name), { recursive: true, force: true });
  }
}

async function seedExamples(
  world: OwnedWorld,
  examples: string,
  gitops: string | undefined,
) {
  const now = world.clock.now();
  const times = { now, begin: new Date(now.getTime() - HISTORY_DAYS * DAY) };
  const history = await readHistory(join(examples, 'history.yaml'));
  const read = async (repository: string) =>
    replaceInFiles(
      await readFolder(join(examples, 'repositories', repository)),
      FORGE_PLACEHOLDER,
      world.addresses.get('github') ?? '',
    );

  await seedInfrastructure(
    world,
    await read(INFRASTRUCTURE_REPOSITORY),
    times.begin,
  );
  const code = await read(CODE_REPOSITORY);
  const changes = await seedCode(world, code, history, times);
  await seedPipeline(world, code, changes);
  if (gitops) {
    await copyGitops(world, gitops, times.begin);
  } else {
    await seedReleases(world, await read(GITOPS_REPOSITORY), changes, times);
  }
}

async function seedInfrastructure(
  world: OwnedWorld,
  files: Awaited<ReturnType<typeof readFolder>>,
  begin: Date,
) {
  await world.repositories.create(INFRASTRUCTURE_REPOSITORY);
  const [sha] = await importCommits(
    world.repositories.directory(INFRASTRUCTURE_REPOSITORY),
    [
      {
        message: 'chore: lay out the infrastructure',
        author: PLATFORM_ENGINEER,
        date: begin,
        files,
      },
    ],
  );
  const { problem } = await applyTerraform(world, sha, begin);
  if (problem) {
    throw new Error(`The Terraform of the examples does not apply: ${problem}`);
  }
}
