import { createHmac } from 'node:crypto';

/** An Authorization header with a token of these claims. */
export function bearer(claims, { secret, alg = 'HS256' }) {
  const content = [{ alg, typ: 'JWT' }, claims]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `Bearer ${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
