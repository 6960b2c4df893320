import { expect, Page, test } from '@playwright/test';
import { signIn } from './support/signIn';

// Stands only in the documentation of payment, on the page about its architecture.
const word = 'fingerprint';

/** The session is kept once the portal stands; a page loaded before that asks to sign in again. */
async function enter(page: Page) {
  await signIn(page);
  await expect(
    page.getByRole('link', { name: 'Catalog', exact: true }),
  ).toBeVisible();
}

/** The link to `place` among the results, searched again until it is there: right after a start nothing is indexed. */
async function search(page: Page, term: string, types: string, place: string) {
  const result = page.getByRole('listitem').locator(`a[href="${place}"]`);
  await expect(async () => {
    await page.goto(`/search?query=${term}${types}`);
    await expect(result).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
  return result;
}

test('a search among documentation never ends in an error', async ({
  page,
}) => {
  await enter(page);
  const answer = page.waitForResponse(/\/api\/search\/query.*techdocs/);
  await page.goto('/search?query=qqqqqqqqqqqq&types[]=techdocs');
  expect((await answer).status()).toBe(200);
  await expect(page.getByText(/no results were found/i)).toBeVisible();
  await expect(page.getByText(/error/i)).toHaveCount(0);
});

test('a search finds a service', async ({ page }) => {
  await enter(page);
  const service = '/catalog/default/component/payment';
  await (await search(page, 'payment', '', service)).click();
  await expect(page).toHaveURL(new RegExp(`${service}$`));
  await expect(
    page.getByRole('heading', { name: 'Payment' }).first(),
  ).toBeVisible();
});

test('a search finds a word of documentation that nobody has opened', async ({
  page,
}) => {
  await enter(page);
  const documentation = '/docs/default/component/payment/architecture/';
  const result = await search(page, word, '&types[]=techdocs', documentation);
  await result.click();
  await expect(page).toHaveURL(new RegExp(documentation));
  await expect(
    page.getByRole('heading', { name: 'One effect for each key' }),
  ).toBeVisible();
  await expect(page.locator('article.md-typeset')).toContainText(word);
  await page.getByRole('link', { name: 'Runbook', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Roll back/ })).toBeVisible();
});
