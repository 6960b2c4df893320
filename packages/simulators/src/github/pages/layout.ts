import type { Response } from 'express';
import { ORGANIZATION } from '../organization';
import { html, Html } from './html';
import { STYLE } from './style';

/** A page of the forge. */
interface Page {
  title: string;
  /** The repository it belongs to, for the heading and the tabs. */
  repository?: string;
  tab?: 'Code' | 'Commits' | 'Pull requests' | 'Actions';
  content: Html;
  /** While something on the page is still running, it loads itself again. */
  running?: boolean;
  status?: number;
}

const RELOAD_SECONDS = 3;
/** Pages carry no script and load nothing from elsewhere. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sends a page. */
export function sendPage(response: Response, page: Page): void {
  response
    .status(page.status ?? 200)
    .set('Content-Security-Policy', POLICY)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(renderPage(page).text);
}

function renderPage(page: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${page.running &&
        html`<meta http-equiv="refresh" content="${RELOAD_SECONDS}" />`}
        <title>${page.title}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <header>
          <div>${renderHeading(page)}</div>
        </header>
        <main>${page.content}</main>
        <footer>Simulated forge of the local ShopStack Portal</footer>
      </body>
    </html>`;
}

function renderHeading({ repository, tab }: Page): Html {
  const owner = html`<a href="/${ORGANIZATION}">${ORGANIZATION}</a>`;
  if (!repository) {
    return html`<strong>${owner}</strong>
      <nav></nav>`;
  }
  const base = `/${ORGANIZATION}/${repository}`;
  const tabs = [
    ['Code', base],
    ['Commits', `${base}/commits/main`],
    ['Pull requests', `${base}/pulls`],
    ['Actions', `${base}/actions`],
  ];
  return html`${owner} /
    <strong><a href="${base}">${repository}</a></strong>
    <nav aria-label="Repository">
      ${tabs.map(
        ([name, href]) =>
          html`<a
            href="${href}"
            ${name === tab && new Html('aria-current="page"')}
            >${name}</a
          >`,
      )}
    </nav>`;
}
