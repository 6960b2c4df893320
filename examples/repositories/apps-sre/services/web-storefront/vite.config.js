import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { sourcemap: true },
  server: { proxy: { '/api': process.env.API_GATEWAY_URL ?? 'http://localhost:8080' } },
});
