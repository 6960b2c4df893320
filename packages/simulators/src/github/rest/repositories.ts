import type { Router } from 'express';
import { z } from 'zod';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { ORGANIZATION } from '../organization';
import { readPage, sendablePage } from '../paging';
import {
  repositoryView,
  type RepositoryDocument,
} from '../views/repositoryView';
import { parseBody } from './parseBody';
import { onRepository } from './RepositoryCall';
import { sendArchive } from './sendArchive';

const newRepository = z.object({
  name: z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/),
  description: z.string().optional(),
});

/** Repositories, those of the organisation, and their archives. */
export function addRepositoryRoutes(
  router: Router,
  context: GithubContext,
): void {
  const { world, links } = context;

  router.get(
    '/repos/:owner/:repo',
    onRepository(context, async call => {
      call.response.json(
        await repositoryView(world, call.links, call.repository),
      );
    }),
  );

  router.get('/orgs/:org/repos', async (request, response) => {
    assertOrganization(request.params.org);
    const names = await world.repositories.names();
    const page = readPage(world, request);
    const { base } = links(request);
    const shown = sendablePage(request, page, names, base);
    response.json(
      await Promise.all(
        shown.map(name => repositoryView(world, links(request), name)),
      ),
    );
  });

  router.post('/orgs/:org/repos', async (request, response) => {
    assertOrganization(request.params.org);
    const { name, description } = parseBody(
      newRepository,
      request,
      'Repository',
    );
    const names = await world.repositories.names();
    if (names.some(each => each.toLowerCase() === name.toLowerCase())) {
      throw ApiError.invalid(
        'Repository',
        'name',
        'name already exists on this account',
      );
    }
    await world.repositories.create(name);
    world.store.put<RepositoryDocument>('repository', name, { description });
    response
      .status(201)
      .json(await repositoryView(world, links(request), name));
  });

  for (const [route, format] of [
    ['tarball', 'tar.gz'],
    ['zipball', 'zip'],
  ] as const) {
    router.get(
      [`/repos/:owner/:repo/${route}`, `/repos/:owner/:repo/${route}/:ref(*)`],
      onRepository(context, call =>
        sendArchive(call, call.param('ref') || 'HEAD', format),
      ),
    );
  }
}

/** @throws ApiError 404 */
export function assertOrganization(name: string): void {
  if (name.toLowerCase() !== ORGANIZATION) {
    throw ApiError.notFound();
  }
}
