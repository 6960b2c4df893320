import { expect, test } from '@playwright/test';
import { setWeather } from './support/control';
import { signIn } from './support/signIn';

test.describe('a source that is down', () => {
  test.afterEach(() => setWeather('argocd', 'clear'));

  test('is named with its time, and hides nothing else', async ({ page }) => {
    await signIn(page);
    await page.goto('/catalog/default/component/cart');
    await expect(page.getByText('Synced').first()).toBeVisible();

    await setWeather('argocd', '500');
    await expect(async () => {
      await page.goto('/catalog/default/component/cart/argocd');
      await expect(
        page
          .getByText(/Argo CD/)
          .and(page.locator('[role=alert] *, [role=status] *'))
          .first(),
      ).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByText('cart-dev').first()).toBeVisible();

    await page.goto('/catalog/default/component/cart/images');
    await expect(page.getByText(/sha256:/).first()).toBeVisible();
  });
});
