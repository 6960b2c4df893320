import { defineConfig, devices } from '@playwright/test';

/** `npm test` starts the built portal on ports and state of its own, and says here where it is. */
export default defineConfig({
  testDir: '.',
  outputDir: '../.state/test/playwright',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    baseURL: process.env.PORTAL_URL ?? 'http://localhost:7007',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
