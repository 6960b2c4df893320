import type { PullDocument } from '../github';
import { noteReleaseErrors } from '../prometheus/targets';
import {
  CODE_REPOSITORY,
  DELIVERY_BOT,
  GITOPS_REPOSITORY,
} from '../reactions/organisation';
import { bumpOverlay } from '../reactions/runs/actions/bumpOverlay';
import { trailersOf } from '../reactions/runs/actions/referenceTrailers';
import type { World } from '../world/types';
import { importCommits, type SeedCommit } from './importCommits';
import { authorOf, PLATFORM_ENGINEER } from './people';
import type { SeedFile } from './readFolder';
import type { SeededChange } from './seedCode';

const MINUTE = 60_000;

/** How long after its commit a release reaches an environment, how many replicas it has there, and who merges it. */
const RELEASES = {
  dev: { delay: 0.5 * MINUTE, replicas: 1, by: DELIVERY_BOT },
  staging: { delay: 25 * MINUTE, replicas: 2, by: PLATFORM_ENGINEER },
  prod: { delay: 90 * MINUTE, replicas: 3, by: PLATFORM_ENGINEER },
};

interface Release {
  change: SeededChange;
  environment: keyof typeof RELEASES;
  date: Date;
}

/** Writes the GitOps repository: one first commit, then a bump for each release, with the pull requests that they came by. */
export async function seedReleases(
  world: World,
  files: ReadonlyMap<string, SeedFile>,
  changes: SeededChange[],
  times: { begin: Date; now: Date },
): Promise<void> {
  const present = new Map(files);
  const releases = releasesOf(changes, times.now);
  const commits: SeedCommit[] = [
    {
      message: 'chore: lay out the applications',
      author: PLATFORM_ENGINEER,
      date: times.begin,
      files,
    },
  ];
  for (const [index, release] of releases.entries()) {
    const commit = toCommit(world, present, release, index + 1);
    for (const [path, file] of commit.files) {
      present.set(path, file);
    }
    commits.push(commit);
  }
  await world.repositories.create(GITOPS_REPOSITORY);
  const directory = world.repositories.directory(GITOPS_REPOSITORY);
  const shas = await importCommits(directory, commits);
  world.store.transaction(() => {
    for (const [index, release] of releases.entries()) {
      const { change, environment } = release;
      const { errorShare } = change.entry;
      storePull(world, release, shas[index], shas[index + 1]);
      if (errorShare !== undefined && environment === 'prod') {
        noteReleaseErrors(world, shas[index + 1], errorShare);
      }
    }
  });
}

function releasesOf(changes: SeededChange[], now: Date): Release[] {
  const latest = now.getTime() - MINUTE;
  return changes
    .flatMap(change =>
      change.entry.release.map(environment => {
        const planned = change.date.getTime() + RELEASES[environment].delay;
        return {
          change,
          environment,
          date: new Date(Math.min(planned, latest)),
        };
      }),
    )
    .sort((one, other) => one.date.getTime() - other.date.getTime());
}

function titleOf({ change, environment }: Release) {
  return `chore: bump ${change.entry.service} image to ${change.sha.slice(0, 7)} in ${environment}`;
}

function toCommit(
  world: World,
  files: ReadonlyMap<string, SeedFile>,
  release: Release,
  number: number,
): SeedCommit {
  const { change, environment, date } = release;
  const { service, message, author } = change.entry;
  const path = `apps/${service}/overlays/${environment}/kustomization.yaml`;
  const before = files.get(path);
  if (!before) {
    throw new Error(
      `The history releases ${service} to ${environment}, but there is no ${path}`,
    );
  }
  const text = bumpOverlay(before.content.toString('utf8'), {
    image: `shopstack-${service}`,
    workload: service,
    tag: change.sha,
    replicas: RELEASES[environment].replicas,
  });
  const { name, email } = authorOf(author);
  const trailers = trailersOf({
    sha: change.sha,
    repositoryUrl: `${world.addresses.get('github')}/shopstack/${CODE_REPOSITORY}`,
    author: `${name} <${email}>`,
    subject: message.split('\n')[0],
    date: change.date.toISOString(),
  });
  return {
    message: `${titleOf(release)} (#${number})\n\n${trailers}`,
    author: RELEASES[environment].by,
    date,
    files: new Map([[path, { ...before, content: Buffer.from(text) }]]),
  };
}

function storePull(
  world: World,
  release: Release,
  before: string,
  after: string,
) {
  const { change, environment, date } = release;
  const { service, message } = change.entry;
  const number = world.store.next(`pull/${GITOPS_REPOSITORY}`);
  const suffix = environment === 'dev' ? '' : `-${environment}`;
  const merged = date.toISOString();
  const pull: PullDocument = {
    repository: GITOPS_REPOSITORY,
    number,
    title: titleOf(release),
    body: `${service} ${change.sha.slice(0, 7)} for ${environment}: ${message}`,
    state: 'closed',
    draft: false,
    author: DELIVERY_BOT.name,
    head: {
      branch: `chore/${service}-image-${change.sha.slice(0, 7)}${suffix}`,
      sha: after,
    },
    base: { branch: 'main', sha: before },
    createdAt: new Date(date.getTime() - 10_000).toISOString(),
    updatedAt: merged,
    closedAt: merged,
    mergedAt: merged,
    mergedBy: RELEASES[environment].by.name,
    mergeCommit: after,
    quietUntil: merged,
    labels: [],
    assignees: [],
    reviewers: [],
    teamReviewers: [],
  };
  world.store.put(
    'pull',
    `${GITOPS_REPOSITORY}/${String(number).padStart(10, '0')}`,
    pull,
  );
}
