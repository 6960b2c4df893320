import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from './support/signIn';

const pages = {
  home: '/',
  service: '/catalog/default/component/order',
  images: '/catalog/default/component/order/images',
  findings: '/findings',
  builds: '/catalog/default/component/user/builds',
  applications: '/catalog/default/component/order/argocd',
  objectives: '/catalog/default/component/order/slos',
  objective:
    '/catalog/default/component/order/slos?slo=shopstack%2Forder-availability',
  allObjectives: '/slos?owner=all',
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('our pages have no serious barrier', async ({ page }) => {
      await signIn(page, /checkout owner/i);
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path);
        await expect(page.getByText(/as of/).first()).toBeVisible();
        await expect(page.getByRole('progressbar')).toHaveCount(0);
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => ({
            page: name,
            id,
            at: nodes.map(({ target }) => target.join(' ')),
          }));
        expect(serious).toEqual([]);
      }
    });
  });
}
