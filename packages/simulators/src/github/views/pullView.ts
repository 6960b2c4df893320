import type { PullDocument } from '../documents';
import type { Links } from '../Links';
import { ORGANIZATION } from '../organization';
import { nodeId, numberOf } from './nodeId';
import { optionalTimeView, timeView } from './timeView';
import { userView } from './userView';

/** A pull request as in lists; `repository` is the view of its repository. */
export function pullView(links: Links, pull: PullDocument, repository: object) {
  const { number, head, base } = pull;
  const api = links.api(pull.repository, `pulls/${number}`);
  const issue = links.api(pull.repository, `issues/${number}`);
  const side = ({ branch, sha }: PullDocument['head']) => ({
    label: `${ORGANIZATION}:${branch}`,
    ref: branch,
    sha,
    user: userView(links, ORGANIZATION, 'Organization'),
    repo: repository,
  });
  const page = links.page(pull.repository, `pull/${number}`);
  return {
    url: api,
    id: numberOf(`pull ${pull.repository} ${number}`),
    node_id: nodeId('PullRequest', `${pull.repository}/${number}`),
    number,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    comments_url: `${issue}/comments`,
    statuses_url: links.api(pull.repository, `statuses/${head.sha}`),
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body || null,
    user: userView(links, pull.author),
    labels: pull.labels.map(name => labelView(links, pull.repository, name)),
    assignees: pull.assignees.map(login => userView(links, login)),
    requested_reviewers: pull.reviewers.map(login => userView(links, login)),
    requested_teams: pull.teamReviewers.map(slug => ({ slug, name: slug })),
    created_at: timeView(pull.createdAt),
    updated_at: timeView(pull.updatedAt),
    closed_at: optionalTimeView(pull.closedAt),
    merged_at: optionalTimeView(pull.mergedAt),
    merge_commit_sha: pull.mergeCommit ?? null,
    head: side(head),
    base: side(base),
    author_association: 'MEMBER',
    auto_merge: pull.autoMerge
      ? {
          enabled_by: userView(links, pull.autoMerge.enabledBy),
          merge_method: pull.autoMerge.method,
          commit_title: null,
          commit_message: null,
        }
      : null,
    merged: pull.mergedAt !== undefined,
    merged_by: pull.mergedBy ? userView(links, pull.mergedBy) : null,
    _links: {
      self: { href: api },
      html: { href: page },
      issue: { href: issue },
      commits: { href: `${api}/commits` },
    },
  };
}

/** A label; their colour is the same for all. */
export function labelView(links: Links, repository: string, name: string) {
  return {
    id: numberOf(`label ${repository} ${name}`),
    url: links.api(repository, `labels/${name}`),
    name,
    color: 'ededed',
    default: false,
    description: null,
  };
}
