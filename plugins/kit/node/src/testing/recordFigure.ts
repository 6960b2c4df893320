import { appendFileSync } from 'node:fs';

/**
 * Notes a number that a test counted, for example the names that a property test tried; `npm test` prints them at its
 * end. Without that run around it, it does nothing.
 */
export function recordFigure(name: string, value: number): void {
  const file = process.env.SHOPSTACK_FIGURES;
  if (file) {
    appendFileSync(file, `${JSON.stringify({ name, value })}\n`);
  }
}
