import type { Router } from 'express';
import { readBlob } from '../../git/blobs';
import { readLog } from '../../git/commits';
import { findEntry, listTree, type TreeEntry } from '../../git/trees';
import type { GithubContext } from '../context';
import { encodePath } from '../Links';
import { DEFAULT_BRANCH } from '../organization';
import { html, Html } from './html';
import { sendPage } from './layout';
import { onPage, sendMissing, type PageCall } from './PageCall';
import { ago, commitLink, empty, prose } from './parts';
import { resolveRefPath, type RefPath } from './resolveRefPath';

/** A repository's page, its folders and its files. */
export function addFilePages(router: Router, context: GithubContext): void {
  const base = '/:owner/:repo';
  router.get(
    base,
    onPage(context, call => sendFolder(context, call, DEFAULT_BRANCH)),
  );
  router.get(
    `${base}/tree/:rest(*)`,
    onPage(context, call => sendFolder(context, call, call.param('rest'))),
  );
  router.get(
    `${base}/blob/:rest(*)`,
    onPage(context, call => sendFile(context, call)),
  );
  router.get(
    `${base}/raw/:rest(*)`,
    onPage(context, call => sendRaw(context, call)),
  );
  router.get(
    `${base}/edit/:rest(*)`,
    onPage(context, async ({ base: page, response, param }) => {
      response.redirect(302, `${page}/blob/${encodePath(param('rest'))}`);
    }),
  );
}

async function sendFolder(
  { world }: GithubContext,
  call: PageCall,
  rest: string,
): Promise<void> {
  const { directory, repository, base, response } = call;
  const place = await resolveRefPath(world, repository, rest);
  const entry =
    place?.path && (await findEntry(directory, place.sha, place.path));
  if (!place && rest === DEFAULT_BRANCH) {
    const content = empty('This repository has no commits yet.');
    sendPage(response, { title: repository, repository, tab: 'Code', content });
    return;
  }
  if (!place || (place.path && !entry)) {
    sendMissing(
      response,
      `There is no ${rest} in this repository.`,
      repository,
    );
    return;
  }
  if (entry && entry.type !== 'tree') {
    response.redirect(302, `${base}/blob/${encodePath(rest)}`);
    return;
  }
  const children = await listTree(directory, entry ? entry.sha : place.sha);
  const [newest] = await readLog(directory, {
    ref: place.sha,
    path: place.path || undefined,
    max: 1,
  });
  const readme = children.find(({ path }) => /^readme\.md$/i.test(path));
  sendPage(response, {
    title: `${repository}/${place.path}`,
    repository,
    tab: 'Code',
    content: html`${renderPlace(base, 'tree', place)}
      <div class="panel">
        ${newest &&
        html`<div class="row head">
          <span class="grow">${newest.message.split('\n')[0]}</span>
          ${commitLink(base, newest.sha)}
          <span class="soft">${ago(world.clock, newest.committer.date)}</span>
        </div>`}
        ${sortFolders(children).map(child => renderChild(base, place, child))}
      </div>
      ${readme && (await renderReadme(directory, readme))}`,
  });
}

async function sendFile(
  { world }: GithubContext,
  call: PageCall,
): Promise<void> {
  const { directory, repository, base, response, param } = call;
  const place = await resolveRefPath(world, repository, param('rest'));
  const entry = place && (await findEntry(directory, place.sha, place.path));
  if (place && (!place.path || entry?.type === 'tree')) {
    response.redirect(302, `${base}/tree/${encodePath(param('rest'))}`);
    return;
  }
  const content = entry && (await readBlob(directory, entry.sha));
  if (!place || !content) {
    const text = `There is no file ${param('rest')} in this repository.`;
    sendMissing(response, text, repository);
    return;
  }
  const address = encodePath(`${place.ref}/${place.path}`);
  sendPage(response, {
    title: `${place.path} in ${repository}`,
    repository,
    tab: 'Code',
    content: html`${renderPlace(base, 'blob', place)}
      <div class="panel">
        <div class="row head">
          <span class="grow soft">${content.length} bytes</span>
          <a
            href="${base}/commits/${encodePath(
              place.ref,
            )}?path=${encodeURIComponent(place.path)}"
            >History</a
          >
          <a href="${base}/raw/${address}">Raw</a>
        </div>
        ${renderText(content)}
      </div>`,
  });
}

async function sendRaw(
  { world }: GithubContext,
  { directory, repository, response, param }: PageCall,
): Promise<void> {
  const place = await resolveRefPath(world, repository, param('rest'));
  const entry = place && (await findEntry(directory, place.sha, place.path));
  const content =
    entry?.type === 'blob' && (await readBlob(directory, entry.sha));
  if (!content) {
    sendMissing(response, `There is no file ${param('rest')}.`, repository);
    return;
  }
  // Never as a page: a file of a repository must not run in the forge's name.
  response.set('X-Content-Type-Options', 'nosniff');
  response
    .type(content.includes(0) ? 'application/octet-stream' : 'text/plain')
    .send(content);
}

function renderPlace(base: string, kind: string, place: RefPath): Html {
  const segments = place.path.split('/').filter(Boolean);
  const root = html`<a href="${base}/tree/${encodePath(place.ref)}"
    >${place.ref}</a
  >`;
  const links = segments.map((segment, index) => {
    const last = index === segments.length - 1;
    const path = `${place.ref}/${segments.slice(0, index + 1).join('/')}`;
    const href = `${base}/${last ? kind : 'tree'}/${encodePath(path)}`;
    return html` / <a href="${href}">${segment}</a>`;
  });
  return html`<h1>${root}${links}</h1>`;
}

function sortFolders(entries: TreeEntry[]): TreeEntry[] {
  return [...entries].sort(
    (one, other) => Number(other.type === 'tree') - Number(one.type === 'tree'),
  );
}

function renderChild(base: string, place: RefPath, child: TreeEntry): Html {
  const path = [place.ref, place.path, child.path].filter(Boolean).join('/');
  const folder = child.type === 'tree';
  return html`<div class="row">
    <a
      class="grow mono"
      href="${base}/${folder ? 'tree' : 'blob'}/${encodePath(path)}"
      >${child.path}${folder && '/'}</a
    >
  </div>`;
}

async function renderReadme(directory: string, entry: TreeEntry) {
  const content = await readBlob(directory, entry.sha);
  return html`<h2>${entry.path}</h2>
    ${prose(content?.toString('utf8'))}`;
}

function renderText(content: Buffer): Html {
  if (content.includes(0)) {
    return html`<div class="row soft">A binary file</div>`;
  }
  const lines = content.toString('utf8').replace(/\n$/, '').split('\n');
  return html`<div class="scroll">
    <table class="code">
      ${lines.map(
        (line, index) =>
          html`<tr id="L${index + 1}">
            <td class="n">${index + 1}</td>
            <td>${line}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}
