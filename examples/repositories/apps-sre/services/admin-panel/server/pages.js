import { join } from 'node:path';
import express from 'express';

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves what `npm run build` made. Files below /assets carry a hash in their name and may be kept for ever; every
 * other address is the page itself, which must be asked for each time, or a release would not reach anybody.
 */
export function servePages(app, { folder }) {
  app.get(
    '/assets/*path',
    express.static(folder, { immutable: true, maxAge: '1y', index: false }),
  );
  app.get('/{*page}', (request, response, next) => {
    if (request.path.startsWith('/assets/')) {
      next();
      return;
    }
    response
      .set({
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': POLICY,
        'Referrer-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
      })
      .sendFile(join(folder, 'index.html'));
  });
}
