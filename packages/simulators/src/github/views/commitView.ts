import type { GitCommit } from '../../world/types';
import type { FileDifference } from '../../git/differences';
import { loginOf } from '../authentication';
import type { Links } from '../Links';
import { nodeId } from './nodeId';
import { timeView } from './timeView';
import { userView } from './userView';

const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
};

/** A commit as in lists. */
export function commitView(
  links: Links,
  repository: string,
  commit: GitCommit,
) {
  const url = links.api(repository, `commits/${commit.sha}`);
  const user = ({ email }: GitCommit['author']) => {
    const login = loginOf(email);
    return login ? userView(links, login) : null;
  };
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url,
    html_url: links.page(repository, `commit/${commit.sha}`),
    comments_url: `${url}/comments`,
    commit: {
      url: links.api(repository, `git/commits/${commit.sha}`),
      author: signatureView(commit.author),
      committer: signatureView(commit.committer),
      message: commit.message,
      tree: {
        sha: commit.tree,
        url: links.api(repository, `git/trees/${commit.tree}`),
      },
      comment_count: 0,
      verification: UNSIGNED,
    },
    author: user(commit.author),
    committer: user(commit.committer),
    parents: commit.parents.map(sha => ({
      sha,
      url: links.api(repository, `commits/${sha}`),
      html_url: links.page(repository, `commit/${sha}`),
    })),
  };
}

/** A commit as the git database API has it. */
export function gitCommitView(
  links: Links,
  repository: string,
  commit: GitCommit,
) {
  const { sha, message, tree, parents } = commit;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: links.api(repository, `git/commits/${sha}`),
    html_url: links.page(repository, `commit/${sha}`),
    author: signatureView(commit.author),
    committer: signatureView(commit.committer),
    message,
    tree: { sha: tree, url: links.api(repository, `git/trees/${tree}`) },
    parents: parents.map(parent => ({
      sha: parent,
      url: links.api(repository, `git/commits/${parent}`),
      html_url: links.page(repository, `commit/${parent}`),
    })),
    verification: UNSIGNED,
  };
}

/** A changed file of a commit, a comparison or a pull request. */
export function fileView(
  links: Links,
  repository: string,
  ref: string,
  file: FileDifference,
) {
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: links.page(repository, `blob/${ref}/${file.path}`),
    raw_url: links.page(repository, `raw/${ref}/${file.path}`),
    contents_url: `${links.api(repository, `contents/${file.path}`)}?ref=${ref}`,
    ...(file.patch && { patch: file.patch }),
    ...(file.previousPath && { previous_filename: file.previousPath }),
  };
}

function signatureView({ name, email, date }: GitCommit['author']) {
  return { name, email, date: timeView(date) };
}
