import { createHash } from 'node:crypto';

/** A picture of a login: its first letter on a colour of its own. */
export function renderAvatar(login: string): string {
  const hue = createHash('sha1').update(login).digest()[0] * 1.4;
  const letter = /[a-z0-9]/i.exec(login)?.[0].toUpperCase() ?? '?';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="hsl(${hue.toFixed(0)} 45% 38%)"/><text x="20" y="27" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#fff">${letter}</text></svg>`;
}
