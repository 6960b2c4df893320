import type { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GithubContext } from '../context';
import { ORGANIZATION } from '../organization';
import { addActionPages } from './actionPages';
import { renderAvatar } from './avatar';
import { addCommitPages } from './commitPages';
import { addFilePages } from './filePages';
import { html } from './html';
import { sendPage } from './layout';
import { sendMissing } from './PageCall';
import { addPullPages } from './pullPages';
import { empty } from './parts';

/** The pages for a person on this machine; they need no token. */
export function createPageRouter(context: GithubContext): Router {
  const router = PromiseRouter();
  router.get('/avatars/:login.svg', (request, response) => {
    response.type('svg').send(renderAvatar(request.params.login));
  });
  router.get(['/', `/${ORGANIZATION}`], async (_request, response) => {
    const names = await context.world.repositories.names();
    sendPage(response, {
      title: ORGANIZATION,
      content: html`<h1>Repositories</h1>
        ${names.length === 0 && empty('There is no repository yet.')}
        ${names.length > 0 &&
        html`<div class="panel">
          ${names.map(
            name =>
              html`<div class="row">
                <a class="grow" href="/${ORGANIZATION}/${name}">${name}</a>
                <a href="/${ORGANIZATION}/${name}/pulls"
                  >${context.pulls.listOpen(name).length} open pull requests</a
                >
              </div>`,
          )}
        </div>`}`,
    });
  });
  addPullPages(router, context);
  addActionPages(router, context);
  addCommitPages(router, context);
  addFilePages(router, context);
  router.use((request, response) => {
    sendMissing(response, `There is no page ${request.path}.`);
  });
  router.use(pageErrorHandler(context.world.log));
  return router;
}

function pageErrorHandler(log: (message: string) => void): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error?.name === 'NotFoundError' || error?.status === 404) {
      sendMissing(response, 'It may have been removed.');
      return;
    }
    const status = error?.name === 'ApiError' ? error.status : 500;
    if (status === 500) log(`github: ${request.path}: ${error?.stack}`);
    sendPage(response, {
      title: 'That did not work',
      status,
      content: html`<h1>That did not work</h1>
        <p>${String(error?.message ?? error)}</p>`,
    });
  };
}
