import { act, render, screen } from '@testing-library/react';
import { app, features } from './App';

describe('the app', () => {
  const config = {
    app: { title: 'ShopStack Portal', baseUrl: 'http://localhost' },
    backend: { baseUrl: 'http://localhost' },
    auth: { providers: { guest: {}, 'demo-people': {} } },
  };

  beforeEach(() => {
    process.env = {
      ...process.env,
      NODE_ENV: 'test',
      // The build writes a list here, not a string.
      APP_CONFIG: [{ data: config, context: 'test' }] as unknown as string,
    };
  });

  it('asks who enters before it shows anything', async () => {
    await act(async () => {
      render(app.createRoot());
    });
    expect(
      await screen.findByRole(
        'button',
        { name: 'Enter as guest' },
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
  }, 30_000);

  it('names every feature once', () => {
    expect(new Set(features).size).toBe(features.length);
  });
});
