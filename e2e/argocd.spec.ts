import { expect, test } from '@playwright/test';
import { setWeather } from './support/control';
import { signIn } from './support/signIn';

const STANDBY = 'argocd-standby';
const tab = (service: string) => `/catalog/default/component/${service}/argocd`;

test.describe('Argo CD', () => {
  test.afterEach(() => setWeather(STANDBY, 'clear'));

  test('an application that differs from git says why, and the owner syncs it without a reload', async ({
    page,
  }) => {
    await signIn(page, /checkout owner/i);
    await page.goto(tab('payment'));
    const table = page.getByRole('table', { name: 'Applications' });
    const row = table.getByRole('row').filter({ hasText: 'payment-dr' });
    await expect(row.getByText('OutOfSync')).toBeVisible();
    await page.evaluate('window.neverReloaded = true');

    await row.getByRole('button', { name: 'Sync payment-dr' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sync payment-dr?' });
    await expect(dialog).toContainText(/differ from git|differs from git/);
    await dialog.getByRole('button', { name: 'Sync payment-dr' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(row.getByText('Synced')).toBeVisible({ timeout: 60_000 });
    expect(await page.evaluate('window.neverReloaded')).toBe(true);
  });

  test('an application that the cluster refuses shows the message', async ({
    page,
  }) => {
    await signIn(page);
    await page.goto(tab('order'));
    const row = page
      .getByRole('table', { name: 'Applications' })
      .getByRole('row')
      .filter({ hasText: 'order-dr' })
      .first();
    await expect(row.getByText('OutOfSync')).toBeVisible();
    await expect(row.getByText(/^Operation failed$/)).toBeVisible();
    await row.getByRole('button', { name: 'Show details of order-dr' }).click();
    await expect(page.getByText(/field is immutable/).first()).toBeVisible();
  });

  test('one dead instance is named while the other shows', async ({ page }) => {
    await signIn(page);
    await page.goto(tab('payment'));
    await expect(page.getByText('payment-dr').first()).toBeVisible();

    await setWeather(STANDBY, 'hang');
    await expect(
      page.getByText(/^Argo CD \(shopstack-standby\)/).first(),
    ).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('payment-dev').first()).toBeVisible();
    // Its last good answer stays.
    await expect(page.getByText('payment-dr').first()).toBeVisible();

    await setWeather(STANDBY, 'clear');
    await expect(page.getByText(/^Argo CD \(shopstack-standby\)/)).toHaveCount(
      0,
      { timeout: 60_000 },
    );
  });

  test('a viewer may look and no more', async ({ page }) => {
    await signIn(page, /viewer/i);
    const asked = page.waitForRequest(/\/api\/argocd\/v1\/entities/);
    await page.goto(tab('payment'));
    const request = await asked;
    await expect(page.getByText('payment-dev').first()).toBeVisible();
    await expect(
      page.getByRole('button', { name: /^(Sync|Refresh) payment/ }),
    ).toHaveCount(0);

    const { authorization } = await request.allHeaders();
    expect(authorization).toMatch(/^Bearer /);
    const list = new URL(request.url());
    const answer = await page.request.post(
      `${list.origin}${list.pathname}/shopstack/argocd/payment-dev/sync`,
      { headers: { authorization }, data: {} },
    );
    expect(answer.status()).toBe(403);
  });

  test('all applications stand by state, the worst first', async ({ page }) => {
    await signIn(page);
    await page.getByRole('link', { name: 'Applications' }).first().click();
    const table = page.getByRole('table', { name: 'Applications' });
    await expect(
      table.getByRole('rowheader').filter({ hasText: 'cart-dev' }),
    ).toBeVisible();
    await page.getByRole('button', { name: /^Sync failed \d+$/ }).click();
    await expect(page).toHaveURL(/state=failed/);
    await expect(
      table.getByRole('rowheader').filter({ hasText: 'order-dr' }),
    ).toBeVisible();
  });
});
