import type { Request, RequestHandler, Response } from 'express';
import type { GithubContext } from '../context';
import { findRepository } from '../findRepository';
import { encodePath } from '../Links';
import { ORGANIZATION } from '../organization';
import { html } from './html';
import { sendPage } from './layout';

/** A request for a page of a repository. */
export interface PageCall {
  request: Request;
  response: Response;
  repository: string;
  directory: string;
  /** The path of the repository's page. */
  base: string;
  param(name: string): string;
}

/** Makes a page's handler; an unknown repository is a page that says so. */
export function onPage(
  context: GithubContext,
  handle: (call: PageCall) => Promise<unknown>,
): RequestHandler {
  return async (request, response) => {
    const { owner, repo } = request.params;
    const repository = await findRepository(context.world, owner, repo);
    if (!repository) {
      sendMissing(response, `There is no repository ${owner}/${repo}.`);
      return;
    }
    await handle({
      ...{ request, response, repository },
      directory: context.world.repositories.directory(repository),
      base: `/${ORGANIZATION}/${encodePath(repository)}`,
      param: name => request.params[name] ?? '',
    });
  };
}

/** A page that says what is not there, and leads back. */
export function sendMissing(
  response: Response,
  text: string,
  repository?: string,
): void {
  sendPage(response, {
    title: 'Not found',
    status: 404,
    repository,
    content: html`<h1>Not found</h1>
      <p>${text}</p>
      <p><a href="/${ORGANIZATION}">All repositories</a></p>`,
  });
}
