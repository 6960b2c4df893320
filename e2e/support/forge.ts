import { expect, type Page, request } from '@playwright/test';
import { simulator } from './control';

/** A change of one file in a repository of the shop. */
export interface Change {
  repository: string;
  path: string;
  /** Subject of the commit, and title of the pull request. */
  title: string;
  edit(text: string): string;
}

/** Asks the forge's API for something of a repository, and answers what it says. */
async function ask(
  repository: string,
  method: string,
  path: string,
  data?: object,
) {
  const { url, token } = await simulator('github');
  const context = await request.newContext({
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const place = `${url}/api/v3/repos/shopstack/${repository}${path}`;
  const response = await context.fetch(place, { method, data });
  expect([place, response.ok()]).toEqual([place, true]);
  const answer = await response.json();
  await context.dispose();
  return answer;
}

/** Opens a pull request, and answers its address and its number. */
export async function openPullRequest(
  change: Change,
): Promise<{ address: string; number: number }> {
  const { repository, path, title } = change;
  const branch = `e2e-${Date.now().toString(36)}`;
  const main = await ask(repository, 'GET', '/git/ref/heads/main');
  await ask(repository, 'POST', '/git/refs', {
    ref: `refs/heads/${branch}`,
    sha: main.object.sha,
  });
  const contents = `/contents/${path}`;
  const file = await ask(repository, 'GET', `${contents}?ref=${branch}`);
  const before = Buffer.from(file.content, 'base64').toString('utf8');
  await ask(repository, 'PUT', contents, {
    message: title,
    branch,
    sha: file.sha,
    content: Buffer.from(change.edit(before)).toString('base64'),
  });
  const pull = await ask(repository, 'POST', '/pulls', {
    title,
    head: branch,
    base: 'main',
  });
  return { address: pull.html_url, number: pull.number };
}

/** Merges a pull request on its page in the forge. */
export async function merge(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole('button', { name: /Merge/ }).click();
  await expect(page.getByText('Merged').first()).toBeVisible();
}

/** The commit of the main branch. */
export async function mainRevision(repository: string): Promise<string> {
  const main = await ask(repository, 'GET', '/git/ref/heads/main');
  return main.object.sha;
}
