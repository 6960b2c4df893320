import { expect, test } from '@playwright/test';
import { pushImages } from './support/registry';
import { signIn } from './support/signIn';

const pad = (number: number) => String(number).padStart(4, '0');

test('a repository of 2,500 images shows the newest first, and finds an old one', async ({
  page,
}) => {
  test.setTimeout(300_000);
  // A word of its own: a run on a state that is there already pushes other images.
  const run = Date.now().toString(36);
  const tags = Array.from(
    { length: 2_500 },
    (_, index) => `${run}-${pad(index)}`,
  );
  const [newest] = tags.slice(-1);

  await signIn(page);
  await page.goto('/catalog/default/component/product/images');
  const table = page.getByRole('table', { name: 'Images' });
  await expect(table).toBeVisible();

  await pushImages('shopstack-product', tags.slice(0, -1));
  await pushImages('shopstack-product', [newest]);

  // The open page becomes fresh by itself.
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText(newest, { timeout: 120_000 });
  const totalOf = async (shown: number) => {
    const text = page.getByText(new RegExp(`^${shown} of [\\d,]+$`));
    return Number((await text.innerText()).split(' of ')[1].replace(',', ''));
  };
  expect(await totalOf(50)).toBeGreaterThanOrEqual(2_500);
  await page.getByRole('button', { name: 'Show 50 more' }).click();
  expect(await totalOf(100)).toBeGreaterThanOrEqual(2_500);
  await expect(page).toHaveURL(/shown=100/);

  await page
    .getByRole('searchbox', { name: 'Search tag or digest' })
    .fill(tags[7]);
  await expect(page.getByText(/^1 image$/)).toBeVisible();
  await expect(first).toContainText(tags[7]);
  await page.reload();
  await expect(first).toContainText(tags[7]);
});

test('the findings of an image open from its row, with a fix and a link', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/catalog/default/component/cart/images?severity=CRITICAL');
  const crowded = page
    .getByRole('row')
    .filter({ has: page.getByRole('img', { name: /^6 critical, 18 high/ }) });
  await crowded.getByRole('link', { name: /^Open image/ }).click();

  const drawer = page.getByRole('dialog');
  const findings = drawer.getByRole('table', { name: 'Findings' });
  const worst = findings.getByRole('row').nth(1);
  await expect(worst).toContainText('Critical');
  await expect(worst.getByRole('link')).toHaveAttribute(
    'href',
    /^https:\/\/security-tracker\.debian\.org\/tracker\/CVE-/,
  );
  await expect(findings.getByText(/^Fixed in \d/).first()).toBeVisible();
  await expect(findings.getByText('No fix known').first()).toBeVisible();

  await drawer
    .getByRole('searchbox', { name: 'Search findings' })
    .fill('imagemagick');
  await expect(drawer.getByText(/^20 of 1\d\d findings$/)).toBeVisible();

  const shared = page.url();
  // In a search field, Escape clears the search first.
  await page.keyboard.press('Escape');
  await expect(drawer.getByText(/^1\d\d findings$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await page.goto(shared);
  await expect(drawer.getByText(/^20 of 1\d\d findings$/)).toBeVisible();
});

test('a team sees the findings of its running images, the worst first', async ({
  page,
}) => {
  await signIn(page, /checkout owner/i);
  await page.getByRole('link', { name: 'Findings', exact: true }).click();
  await expect(page).toHaveURL(/\/findings$/);
  const table = page.getByRole('table', { name: 'Running images' });
  await expect(
    table.getByRole('link', { name: 'order', exact: false }).first(),
  ).toBeVisible();
  const ownedBy = (team: string) => table.locator(`a[href$="/group/${team}"]`);
  await expect(ownedBy('team-checkout').first()).toBeVisible();
  await expect(ownedBy('team-identity')).toHaveCount(0);

  await page.getByRole('button', { name: /Owner$/ }).click();
  await page.getByRole('option', { name: 'All services' }).click();
  await expect(page).toHaveURL(/owner=all/);
  await expect(ownedBy('team-identity').first()).toBeVisible();

  const row = table.getByRole('row').nth(1);
  await row.getByRole('button', { name: /^Show details of/ }).click();
  await expect(
    table.getByRole('link', { name: /^CVE-/ }).first(),
  ).toBeVisible();

  await row.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/images\?image=/);
  await expect(page.getByRole('dialog', { name: /^Image/ })).toBeVisible();
});
