import type { BuildProject } from '../aws/types';
import type { BuildReader } from '../reactions/builds/BuildReader';
import { reportsOf, type ReportGroup } from '../reactions/builds/reportsOf';
import {
  simulateBuild,
  type PastBuild,
} from '../reactions/builds/simulateBuild';
import { completedScan } from '../reactions/images/advanceScans';
import { describeImage } from '../reactions/images/describeImage';
import { seedOddImages } from '../reactions/images/seedOddImages';
import { CODE_REPOSITORY } from '../reactions/organisation';
import { createRun } from '../reactions/runs/createRun';
import { runIdOf } from '../reactions/runs/types';
import { parseWorkflow } from '../reactions/workflows/parseWorkflow';
import type { World } from '../world/types';
import { completeRun } from './completeRun';
import type { SeedFile } from './readFolder';
import type { SeededChange } from './seedCode';

const SCAN_MILLISECONDS = 4_000;
/** What the builds of the past reported. */
const REPORTS: ReportGroup[] = [
  { name: 'unit-tests', type: 'TEST' },
  { name: 'coverage', type: 'CODE_COVERAGE' },
];

const INITIATOR = 'GitHub-Actions/shopstack-github-actions';

/** Stores the workflow run, the build, its log and its image of every change of the history. */
export async function seedPipeline(
  world: World,
  files: ReadonlyMap<string, SeedFile>,
  changes: SeededChange[],
): Promise<void> {
  const reader = readerOf(world, files, changes);
  const past: (PastBuild | undefined)[] = [];
  for (const change of changes) {
    past.push(await build(world, reader, change));
  }
  world.store.transaction(() => {
    for (const [index, change] of changes.entries()) {
      const built = past[index];
      if (built) {
        storeBuild(world, built);
      }
      storeRun(world, files, change, built);
    }
    seedOddImages(world);
  });
}

/** The files of the demo, of which the history changes none that a build reads. */
function readerOf(
  { store }: World,
  files: ReadonlyMap<string, SeedFile>,
  changes: SeededChange[],
): BuildReader {
  const bySha = new Map(changes.map(change => [change.sha, change]));
  return {
    resolve: async (_repository, version) => bySha.get(version)?.sha,
    readFile: async (_repository, _revision, path) =>
      files.get(path)?.content.toString('utf8'),
    treeOf: async (_repository, revision) => bySha.get(revision)!.tree,
    hasRegistry: name => store.get('ecr-repository', name) !== undefined,
    failed: revision => bySha.get(revision)?.entry.build === 'failed',
  };
}

async function build(
  { store }: World,
  reader: BuildReader,
  { entry, sha, date }: SeededChange,
): Promise<PastBuild | undefined> {
  const name = `shopstack-${entry.service}`;
  const project = store.get<BuildProject>('codebuild-project', name);
  if (!project) {
    return undefined;
  }
  // After the run's test job.
  const startedAt = new Date(date.getTime() + 6_000);
  return await simulateBuild(reader, project, {
    number: store.next(`build-number/${name}`),
    startedAt,
    sourceVersion: sha,
    initiator: INITIATOR,
  });
}

function storeBuild({ store }: World, { build: past, log, image }: PastBuild) {
  const reports = reportsOf(past, REPORTS, past.endedAt!);
  for (const report of reports) {
    store.put('build-report', report.arn, report);
  }
  store.put('build', past.id, {
    ...past,
    reports: reports.map(({ arn }) => arn),
  });
  store.put('log-stream', `${log.group}:${log.name}`, log);
  if (image) {
    const pushedAt = new Date(past.endedAt!);
    const scannedAt = new Date(pushedAt.getTime() + SCAN_MILLISECONDS);
    store.put('image', `${image.repository}/${image.digest}`, {
      ...describeImage(image, pushedAt),
      scan: completedScan(image.digest, scannedAt),
    });
  }
}

function storeRun(
  { store }: World,
  files: ReadonlyMap<string, SeedFile>,
  { entry, sha, date }: SeededChange,
  built: PastBuild | undefined,
) {
  const path = `.github/workflows/${entry.service}.yml`;
  const text = files.get(path)?.content.toString('utf8');
  if (text === undefined) {
    return;
  }
  const workflow = parseWorkflow(path, text);
  const run = createRun(
    store,
    {
      repository: CODE_REPOSITORY,
      path,
      name: workflow.name,
      event: 'push',
      branch: 'main',
      sha,
      title: entry.message,
      actor: entry.author,
      createdAt: new Date(date.getTime() + 1_000).toISOString(),
    },
    workflow.jobs,
  );
  store.put('workflow-run', runIdOf(run), completeRun(run, workflow, built));
}
