import { readLog } from '../../git/commits';
import { resolveRevision } from '../../git/revisions';
import type { World } from '../../world/types';
import type { Links } from '../Links';
import { DEFAULT_BRANCH, ORGANIZATION } from '../organization';
import { nodeId, numberOf } from './nodeId';
import { timeView } from './timeView';
import { userView } from './userView';

/** What git does not know of a repository; documents of kind `repository`, id is the name. */
export interface RepositoryDocument {
  description?: string;
  topics?: string[];
}

/** A repository. */
export async function repositoryView(world: World, links: Links, name: string) {
  const { description, topics = [] } =
    world.store.get<RepositoryDocument>('repository', name) ?? {};
  const pushed = await readPushTime(world, name);
  const api = links.api(name);
  return {
    id: numberOf(`repository ${name}`),
    node_id: nodeId('Repository', name),
    name,
    full_name: `${ORGANIZATION}/${name}`,
    owner: userView(links, ORGANIZATION, 'Organization'),
    private: true,
    visibility: 'private',
    html_url: links.page(name),
    description: description ?? null,
    fork: false,
    archived: false,
    disabled: false,
    is_template: false,
    topics,
    default_branch: DEFAULT_BRANCH,
    url: api,
    clone_url: links.clone(name),
    archive_url: `${api}/{archive_format}{/ref}`,
    trees_url: `${api}/git/trees{/sha}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    pulls_url: `${api}/pulls{/number}`,
    statuses_url: `${api}/statuses/{sha}`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    created_at: pushed,
    updated_at: pushed,
    pushed_at: pushed,
    has_issues: false,
    has_wiki: false,
    has_projects: false,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: true,
    delete_branch_on_merge: false,
    permissions: { admin: false, maintain: true, push: true, pull: true },
  };
}

async function readPushTime(world: World, name: string) {
  const directory = world.repositories.directory(name);
  const sha = await resolveRevision(directory, `refs/heads/${DEFAULT_BRANCH}`);
  const [newest] = sha ? await readLog(directory, { ref: sha, max: 1 }) : [];
  return newest ? timeView(newest.committer.date) : null;
}
