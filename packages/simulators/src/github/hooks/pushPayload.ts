import { readLog } from '../../git/commits';
import { EMPTY_TREE, readDifferences } from '../../git/differences';
import type { GitCommit, World, WorldEventMap } from '../../world/types';
import { FORGE_BOT, emailOf, loginOf } from '../authentication';
import type { Links } from '../Links';
import { organizationView } from '../views/organizationView';
import { repositoryView } from '../views/repositoryView';
import { timeView } from '../views/timeView';
import { userView } from '../views/userView';

const ZERO = '0'.repeat(40);
/** GitHub's limit of commits in one payload. */
const MAX_COMMITS = 2048;

/** The body of GitHub's `push` event. */
export async function pushPayload(
  world: World,
  links: Links,
  push: WorldEventMap['push'],
) {
  const { repository, branch, before, after } = push;
  const commits = after ? await newCommits(world, push) : [];
  const views = [];
  for (const commit of commits) {
    views.push(await commitView(world, links, repository, commit));
  }
  const sender = loginOf(commits.at(-1)?.author.email ?? '') ?? FORGE_BOT.login;
  return {
    ref: `refs/heads/${branch}`,
    before: before ?? ZERO,
    after: after ?? ZERO,
    created: before === undefined,
    deleted: after === undefined,
    forced: false,
    base_ref: undefined,
    compare: links.page(
      repository,
      before && after ? `compare/${before}...${after}` : `commits/${branch}`,
    ),
    commits: views,
    head_commit: views.at(-1) ?? null,
    repository: await repositoryView(world, links, repository),
    organization: organizationView(links),
    pusher: { name: sender, email: emailOf(sender) },
    sender: userView(links, sender),
  };
}

/** Oldest first. A new branch has those that the default branch does not have. */
async function newCommits(world: World, push: WorldEventMap['push']) {
  const { repository, branch, before, after } = push;
  const directory = world.repositories.directory(repository);
  const exclude =
    before ??
    (branch === 'main'
      ? undefined
      : await world.repositories.resolve(repository, 'refs/heads/main'));
  const commits = await readLog(directory, {
    ref: after!,
    exclude,
    max: MAX_COMMITS,
  });
  return commits.reverse();
}

async function commitView(
  world: World,
  links: Links,
  repository: string,
  commit: GitCommit,
) {
  const files = await readDifferences(
    world.repositories.directory(repository),
    commit.parents[0] ?? EMPTY_TREE,
    commit.sha,
  );
  const paths = (...states: string[]) =>
    files.filter(({ status }) => states.includes(status)).map(f => f.path);
  const person = ({ name, email }: GitCommit['author']) => ({
    name,
    email,
    username: loginOf(email),
  });
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: timeView(commit.committer.date),
    url: links.page(repository, `commit/${commit.sha}`),
    author: person(commit.author),
    committer: person(commit.committer),
    added: paths('added', 'renamed'),
    removed: [
      ...paths('removed'),
      ...files.flatMap(({ previousPath }) => previousPath ?? []),
    ],
    modified: paths('modified'),
  };
}
