import type { Router } from 'express';
import type { GithubContext } from '../context';
import { ApiError } from '../ApiError';
import { DEFAULT_BRANCH, ORGANIZATION } from '../organization';
import { readPage, sendablePage } from '../paging';
import { repositoryView } from '../views/repositoryView';
import { queryText } from './RepositoryCall';
import { parseSearch, type Search } from './parseSearch';

/** GitHub finds at most this many. */
const MAX_RESULTS = 1000;

/** Code by file name and words, and repositories by name; only default branches are searched. */
export function addSearchRoutes(router: Router, context: GithubContext): void {
  const { world, links } = context;

  router.get('/search/code', async (request, response) => {
    const search = readSearch(queryText(request, 'q'));
    const found: { repository: string; path: string }[] = [];
    for (const repository of await selectRepositories(context, search)) {
      for (const path of await findFiles(context, repository, search)) {
        found.push({ repository, path });
      }
    }
    const results = found.slice(0, MAX_RESULTS);
    const page = readPage(world, request);
    const here = links(request);
    const shown = sendablePage(request, page, results, here.base);
    response.json({
      total_count: results.length,
      incomplete_results: false,
      items: await Promise.all(
        shown.map(async ({ repository, path }) => ({
          name: path.split('/').at(-1),
          path,
          url: here.api(repository, `contents/${path}`),
          html_url: here.page(repository, `blob/${DEFAULT_BRANCH}/${path}`),
          repository: await repositoryView(world, here, repository),
          score: 1,
        })),
      ),
    });
  });

  router.get('/search/repositories', async (request, response) => {
    const search = readSearch(queryText(request, 'q'));
    const all = await selectRepositories(context, search);
    const found = all.filter(name =>
      search.words.every(word => name.toLowerCase().includes(word)),
    );
    const page = readPage(world, request);
    const here = links(request);
    const shown = sendablePage(request, page, found, here.base);
    response.json({
      total_count: found.length,
      incomplete_results: false,
      items: await Promise.all(
        shown.map(name => repositoryView(world, here, name)),
      ),
    });
  });
}

function readSearch(query: string | undefined): Search {
  if (!query) {
    throw new ApiError(422, 'Validation Failed', [
      { resource: 'Search', field: 'q', code: 'missing' },
    ]);
  }
  return parseSearch(query);
}

async function selectRepositories({ world }: GithubContext, search: Search) {
  const names = await world.repositories.names();
  const { repositories, owners } = search;
  if (owners.length > 0 && !owners.includes(ORGANIZATION)) {
    return [];
  }
  return repositories.length === 0
    ? names
    : names.filter(name =>
        repositories.includes(`${ORGANIZATION}/${name.toLowerCase()}`),
      );
}

async function findFiles(
  { world }: GithubContext,
  repository: string,
  search: Search,
): Promise<string[]> {
  if (!(await world.repositories.resolve(repository, DEFAULT_BRANCH))) {
    return [];
  }
  const files = await world.repositories.readTree(repository, DEFAULT_BRANCH);
  return [...files]
    .filter(([path, text]) => search.matches(path, text))
    .map(([path]) => path);
}
