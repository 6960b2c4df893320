import { Octokit } from '@octokit/rest';
import { startForge, type TestForge } from './testing/startForge';

// What the catalog's GitHub discovery sends.
const DISCOVERY = `
  query repositories($org: String!, $catalogPathRef: String!, $cursor: String, $repositoriesPageSize: Int!) {
    repositoryOwner(login: $org) {
      login
      repositories(first: $repositoriesPageSize, after: $cursor) {
        nodes {
          name
          catalogInfoFile: object(expression: $catalogPathRef) {
            __typename
            ... on Blob { id text }
          }
          url
          isArchived
          isFork
          visibility
          repositoryTopics(first: 100) {
            nodes { ... on RepositoryTopic { topic { name } } }
          }
          defaultBranchRef { name }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

describe('the GraphQL API', () => {
  let forge: TestForge;
  let octokit: Octokit;

  beforeAll(async () => {
    forge = await startForge();
    octokit = new Octokit(forge.octokitOptions);
    await forge.world.repositories.create('cluster-gitops');
    await forge.commit('main', { 'catalog-info.yaml': 'kind: Location\n' });
  });

  afterAll(() => forge.close());

  async function query(source: string, variables: object = {}) {
    const answer = await forge.request('/api/graphql', {
      method: 'POST',
      body: JSON.stringify({ query: source, variables }),
    });
    return { status: answer.status, body: (await answer.json()) as any };
  }

  it('answers discovery page by page', async () => {
    const found: any[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await query(DISCOVERY, {
        org: 'shopstack',
        catalogPathRef: 'main:catalog-info.yaml',
        repositoriesPageSize: 1,
        cursor,
      });
      expect(body.errors).toBeUndefined();
      const { nodes, pageInfo } = body.data.repositoryOwner.repositories;
      found.push(...nodes);
      cursor = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
    } while (cursor);
    expect(found).toMatchObject([
      {
        name: 'apps-sre',
        url: `${forge.url}/shopstack/apps-sre`,
        catalogInfoFile: { __typename: 'Blob', text: 'kind: Location\n' },
        isArchived: false,
        visibility: 'PRIVATE',
        repositoryTopics: { nodes: [] },
        defaultBranchRef: { name: 'main' },
      },
      {
        name: 'cluster-gitops',
        catalogInfoFile: null,
        defaultBranchRef: null,
      },
    ]);
    const nobody = await query(DISCOVERY, {
      org: 'nobody',
      catalogPathRef: 'main:x',
      repositoriesPageSize: 1,
    });
    expect(nobody.body).toEqual({ data: { repositoryOwner: null } });
  });

  it('finds the pull requests of a branch and turns on auto-merge', async () => {
    forge.world.clock.setPace(10_000);
    await forge.commit('bump', { b: '1' }, { from: 'main' });
    const opened = await octokit.rest.pulls.create({
      ...{ owner: 'shopstack', repo: 'apps-sre' },
      ...{ title: 'Bump', head: 'bump', base: 'main' },
    });
    const { body } = await query(
      `query ($owner: String!, $repo: String!, $head: String!) {
        repository(name: $repo, owner: $owner) {
          ref(qualifiedName: $head) {
            associatedPullRequests(first: 1, states: OPEN) {
              edges { node { id number url } }
            }
          }
        }
      }`,
      { owner: 'shopstack', repo: 'apps-sre', head: 'refs/heads/bump' },
    );
    const [{ node }] = body.data.repository.ref.associatedPullRequests.edges;
    expect(node).toMatchObject({
      number: opened.data.number,
      id: opened.data.node_id,
    });
    const enabled = await query(
      `mutation ($id: ID!) {
        enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: SQUASH }) {
          pullRequest { autoMergeRequest { mergeMethod } }
        }
      }`,
      { id: node.id },
    );
    expect(enabled.body.data.enablePullRequestAutoMerge).toEqual({
      pullRequest: { autoMergeRequest: { mergeMethod: 'SQUASH' } },
    });
    await forge.settle(() =>
      forge.pulls.some(({ action }) => action === 'merged'),
    );
    await expect(
      forge.world.repositories.readFile('apps-sre', 'main', 'b'),
    ).resolves.toBe('1');
  });

  it('invents nothing: unknown fields and names are errors', async () => {
    const field = await query('{ viewer { login starredRepositories } }');
    expect(field.status).toBe(200);
    expect(field.body.data).toBeUndefined();
    expect(field.body.errors[0].message).toContain('starredRepositories');
    const name = await query(
      '{ repository(owner: "shopstack", name: "nothing") { name } }',
    );
    expect(name.body).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    });
    const anonymous = await fetch(`${forge.url}/api/graphql`, {
      method: 'POST',
    });
    expect(anonymous.status).toBe(401);
  });
});
