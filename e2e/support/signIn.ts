import { expect, Page } from '@playwright/test';

/** Signs in with the button of that name on the sign-in page, and waits for the home page. */
export async function signIn(page: Page, button: RegExp = /^Enter as guest$/) {
  await page.goto('/');
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('button', { name: button })).toHaveCount(0);
  await expect(
    page.getByRole('link', { name: 'Catalog' }).first(),
  ).toBeVisible();
}
