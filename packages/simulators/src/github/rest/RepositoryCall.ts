import type { Request, RequestHandler, Response } from 'express';
import { requireRevision } from '../../git/revisions';
import { ApiError } from '../ApiError';
import { callerOf, type Caller } from '../authentication';
import type { GithubContext } from '../context';
import { findRepository } from '../findRepository';
import type { Links } from '../Links';

/** A request below `/repos/:owner/:repo`, with what every handler needs of it. */
export interface RepositoryCall {
  request: Request;
  response: Response;
  repository: string;
  /** Of the bare repository. */
  directory: string;
  links: Links;
  caller: Caller;
  /** The decoded parameter of the path. */
  param(name: string): string;
  /** The first value of a query parameter, when it is not empty. */
  query(name: string): string | undefined;
  /** The SHA of a revision. @throws NotFoundError */
  revision(name: string): Promise<string>;
}

/** Makes a route's handler from one that is told its repository. An unknown repository is a 404. */
export function onRepository(
  context: GithubContext,
  handle: (call: RepositoryCall) => Promise<unknown>,
): RequestHandler {
  return async (request, response) => {
    const { owner, repo } = request.params;
    const repository = await findRepository(context.world, owner, repo);
    if (!repository) {
      throw ApiError.notFound();
    }
    const directory = context.world.repositories.directory(repository);
    await handle({
      ...{ request, response, repository, directory },
      links: context.links(request),
      caller: callerOf(request),
      param: name => request.params[name] ?? '',
      query: name => queryText(request, name),
      revision: name => requireRevision(directory, name),
    });
  };
}

/** The first value of a query parameter, when it is not empty. */
export function queryText(request: Request, name: string): string | undefined {
  const value = request.query[name];
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}
