import { buildSchema } from 'graphql';

/** The part of GitHub's schema that clients of this forge ask for; any other field is refused by validation. */
export const schema = buildSchema(`
  scalar URI
  scalar GitObjectID
  scalar DateTime

  type Query {
    repositoryOwner(login: String!): RepositoryOwner
    organization(login: String!): Organization
    repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
    viewer: User!
    rateLimit(dryRun: Boolean = false): RateLimit
    node(id: ID!): Node
  }

  type Mutation {
    enablePullRequestAutoMerge(input: EnablePullRequestAutoMergeInput!): EnablePullRequestAutoMergePayload
    disablePullRequestAutoMerge(input: DisablePullRequestAutoMergeInput!): DisablePullRequestAutoMergePayload
  }

  input EnablePullRequestAutoMergeInput {
    pullRequestId: ID!
    mergeMethod: PullRequestMergeMethod = MERGE
    clientMutationId: String
  }
  type EnablePullRequestAutoMergePayload { clientMutationId: String pullRequest: PullRequest }
  input DisablePullRequestAutoMergeInput { pullRequestId: ID! clientMutationId: String }
  type DisablePullRequestAutoMergePayload { clientMutationId: String pullRequest: PullRequest }

  enum PullRequestMergeMethod { MERGE SQUASH REBASE }
  enum PullRequestState { OPEN CLOSED MERGED }
  enum MergeableState { MERGEABLE CONFLICTING UNKNOWN }
  enum RepositoryVisibility { PRIVATE PUBLIC INTERNAL }
  enum StatusState { EXPECTED ERROR FAILURE PENDING SUCCESS }

  interface Node { id: ID! }
  interface Actor { login: String! url: URI! avatarUrl(size: Int): URI! }
  interface RepositoryOwner {
    id: ID!
    login: String!
    url: URI!
    avatarUrl(size: Int): URI!
    repositories(first: Int, after: String): RepositoryConnection!
    repository(name: String!, followRenames: Boolean = true): Repository
  }
  type Organization implements Node & Actor & RepositoryOwner {
    id: ID!
    login: String!
    name: String
    description: String
    url: URI!
    avatarUrl(size: Int): URI!
    repositories(first: Int, after: String): RepositoryConnection!
    repository(name: String!, followRenames: Boolean = true): Repository
  }
  type User implements Node & Actor { id: ID! login: String! name: String url: URI! avatarUrl(size: Int): URI! }
  type RateLimit { limit: Int! cost: Int! remaining: Int! used: Int! resetAt: DateTime! }

  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type RepositoryConnection { nodes: [Repository] edges: [RepositoryEdge] pageInfo: PageInfo! totalCount: Int! }
  type RepositoryEdge { cursor: String! node: Repository }

  type Repository implements Node {
    id: ID!
    name: String!
    nameWithOwner: String!
    owner: RepositoryOwner!
    url: URI!
    description: String
    isArchived: Boolean!
    isFork: Boolean!
    isPrivate: Boolean!
    isEmpty: Boolean!
    visibility: RepositoryVisibility!
    repositoryTopics(first: Int, after: String): RepositoryTopicConnection!
    defaultBranchRef: Ref
    ref(qualifiedName: String!): Ref
    object(expression: String, oid: GitObjectID): GitObject
    pullRequest(number: Int!): PullRequest
    pullRequests(first: Int, last: Int, after: String, states: [PullRequestState!], headRefName: String, baseRefName: String): PullRequestConnection!
  }
  type RepositoryTopicConnection { nodes: [RepositoryTopic] totalCount: Int! }
  type RepositoryTopic { topic: Topic! }
  type Topic { name: String! }

  type Ref implements Node {
    id: ID!
    name: String!
    prefix: String!
    target: GitObject
    associatedPullRequests(first: Int, last: Int, after: String, states: [PullRequestState!]): PullRequestConnection!
  }
  interface GitObject { id: ID! oid: GitObjectID! }
  type Commit implements Node & GitObject {
    id: ID!
    oid: GitObjectID!
    message: String!
    messageHeadline: String!
    committedDate: DateTime!
    authoredDate: DateTime!
    url: URI!
    statusCheckRollup: StatusCheckRollup
  }
  type StatusCheckRollup { state: StatusState! }
  type Tree implements Node & GitObject { id: ID! oid: GitObjectID! entries: [TreeEntry!] }
  type TreeEntry { name: String! path: String type: String! mode: Int! oid: GitObjectID! }
  type Blob implements Node & GitObject { id: ID! oid: GitObjectID! text: String byteSize: Int! isBinary: Boolean }

  type PullRequestConnection { nodes: [PullRequest] edges: [PullRequestEdge] pageInfo: PageInfo! totalCount: Int! }
  type PullRequestEdge { cursor: String! node: PullRequest }
  type PullRequest implements Node {
    id: ID!
    databaseId: Int
    number: Int!
    title: String!
    body: String!
    url: URI!
    state: PullRequestState!
    isDraft: Boolean!
    merged: Boolean!
    mergeable: MergeableState!
    headRefName: String!
    headRefOid: GitObjectID!
    baseRefName: String!
    author: Actor
    createdAt: DateTime!
    updatedAt: DateTime!
    closedAt: DateTime
    mergedAt: DateTime
    mergeCommit: Commit
    autoMergeRequest: AutoMergeRequest
  }
  type AutoMergeRequest { mergeMethod: PullRequestMergeMethod! enabledBy: Actor }
`);
