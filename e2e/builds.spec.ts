import { expect, type Locator, type Page, test } from '@playwright/test';
import { setPace } from './support/control';
import { signIn } from './support/signIn';

const builds = (service: string, query = '') =>
  `/catalog/default/component/${service}/builds${query}`;

/** Starts a build through the page, and answers its row. */
async function start(page: Page, project: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Start build' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start a build' });
  await expect(dialog).toContainText(`AWS CodeBuild runs ${project}`);
  await dialog.getByRole('button', { name: 'Start build' }).click();
  const notice = page.getByText(
    new RegExp(`^Build #\\d+ of ${project} was started$`),
  );
  await expect(notice).toBeVisible();
  const [name] = (await notice.innerText()).match(/#\d+/)!;
  return page.getByRole('row').filter({
    has: page.getByRole('link', { name: `Open build ${name} of ${project}` }),
  });
}

/** How many lines of the log have been read. */
async function linesRead(drawer: Locator): Promise<number> {
  const text = await drawer.getByText(/^\d+ lines/).innerText();
  return Number(text.match(/^\d+/)![0]);
}

test.afterEach(() => setPace(1));

test('a failed build says which phase failed and why, and shows its log', async ({
  page,
}) => {
  await signIn(page);
  await page.goto(builds('user', '?status=failed'));
  await page
    .getByRole('link', { name: /^Open build #\d+ of shopstack-user$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/build=aws-codebuild/);

  const drawer = page.getByRole('dialog', { name: /shopstack-user/ });
  const failed = drawer
    .getByRole('list', { name: /^Phases of build/ })
    .getByRole('listitem')
    .filter({ hasText: 'Failed' })
    .first();
  await expect(failed).toContainText(/exit status 1/);

  const log = drawer.getByRole('log');
  await expect(log).toContainText('exit status 1');
  await drawer
    .getByRole('searchbox', { name: 'Search the log' })
    .fill('did not exit successfully');
  await expect(drawer.getByText(/^1 of \d+ lines$/)).toBeVisible();
  await expect(log.locator('mark').first()).toBeVisible();

  const shared = page.url();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await page.goto(shared);
  await expect(failed).toContainText(/exit status 1/);
});

test('a build that the owner starts grows its log and changes its status without a reload', async ({
  page,
}) => {
  await setPace(0.25);
  await signIn(page, /checkout owner/i);
  await page.goto(builds('cart'));
  const row = await start(page, 'shopstack-cart');
  await expect(row).toHaveAttribute('aria-current', 'true');
  await page.evaluate('window.neverReloaded = true');

  await row.getByRole('link', { name: /^Open build/ }).click();
  const drawer = page.getByRole('dialog', { name: /shopstack-cart/ });
  await expect(drawer.getByText('In progress').first()).toBeVisible();
  await expect(drawer.getByText(/^\d+ lines so far$/)).toBeVisible();
  const before = await linesRead(drawer);
  await expect(async () => {
    expect(await linesRead(drawer)).toBeGreaterThan(before);
  }).toPass({ timeout: 60_000 });
  await expect(drawer.getByText(/^\d+ lines so far$/)).toBeVisible();

  await setPace(4);
  await expect(drawer.getByText(/^\d+ lines, complete$/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(drawer.getByText('Succeeded').first()).toBeVisible();
  await expect(drawer.getByText(/^sha256:/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row.getByText('Succeeded')).toBeVisible();
  expect(await page.evaluate('window.neverReloaded')).toBe(true);
});

test('the owner starts a build and stops it', async ({ page }) => {
  await setPace(0.1);
  await signIn(page, /checkout owner/i);
  await page.goto(builds('payment'));
  const row = await start(page, 'shopstack-payment');
  await row.getByRole('link', { name: /^Open build/ }).click();
  const drawer = page.getByRole('dialog', {
    name: /^Build .*shopstack-payment/,
  });
  await drawer.getByRole('button', { name: 'Stop build' }).click();
  const question = page.getByRole('dialog', { name: /^Stop build/ });
  await question.getByRole('button', { name: 'Stop build' }).click();
  await expect(question).toHaveCount(0);
  await expect(drawer.getByText('Stopped').first()).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('a viewer reads builds, and can neither start nor stop one', async ({
  page,
}) => {
  await signIn(page, /viewer/i);
  const asked = page.waitForRequest(/\/api\/builds\/v1\/entities/);
  await page.goto(builds('cart'));
  const request = await asked;
  const link = page.getByRole('link', { name: /of shopstack-cart$/ }).first();
  await expect(link).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start build' })).toHaveCount(
    0,
  );

  await link.click();
  const drawer = page.getByRole('dialog', { name: /shopstack-cart/ });
  await expect(
    drawer.getByRole('link', { name: 'Open at AWS CodeBuild' }),
  ).toBeVisible();
  await expect(
    drawer.getByRole('button', { name: /^(Run again|Stop build)$/ }),
  ).toHaveCount(0);

  const { authorization } = await request.allHeaders();
  expect(authorization).toMatch(/^Bearer /);
  const list = new URL(request.url());
  const answer = await page.request.post(`${list.origin}${list.pathname}`, {
    headers: { authorization },
    data: { projectKey: 'any', idempotencyKey: 'e2e-viewer' },
  });
  expect(answer.status()).toBe(403);
});
