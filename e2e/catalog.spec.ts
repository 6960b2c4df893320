import { expect, test } from '@playwright/test';
import { signIn } from './support/signIn';

const services = [
  'admin-panel',
  'api-gateway',
  'cart',
  'catalog',
  'inventory',
  'notification',
  'order',
  'payment',
  'product',
  'recommendations',
  'user',
  'web-storefront',
];

test('a person signs in and finds a service in the catalog', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/catalog?filters[user]=all&limit=50');
  const table = page.getByRole('table');
  for (const name of services) {
    await expect(
      table.locator(`a[href$="/component/${name}"]`).first(),
    ).toBeVisible();
  }

  await page
    .getByPlaceholder(/filter|search/i)
    .last()
    .fill('payment');
  await expect(table.locator('a[href$="/component/inventory"]')).toHaveCount(0);
  await table.locator('a[href$="/component/payment"]').first().click();
  await expect(page).toHaveURL(/component\/payment/);
  for (const tab of ['Images', 'Builds', 'Argo CD', 'Kubernetes']) {
    await expect(
      page.getByRole('link', { name: tab, exact: true }).first(),
    ).toBeVisible();
  }
});

for (const [person, owns] of [
  [/viewer/i, false],
  [/checkout owner/i, true],
  [/platform engineer/i, false],
] as const) {
  test(`${person.source} signs in without a password`, async ({ page }) => {
    await signIn(page, person);
    await expect(page.getByRole('main').first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: person })).toHaveCount(0);
    if (owns) {
      await expect(
        page.locator('a[href$="/component/order"]').first(),
      ).toBeVisible();
    }
  });
}
