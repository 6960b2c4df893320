import { createHmac } from 'node:crypto';

const LIFETIME_SECONDS = 60 * 60;

/** Makes the JSON Web Token (HS256) that the gateway asks for. Lives one hour. */
export function issueToken({ secret, userId, now = Date.now() }) {
  const issuedAt = Math.floor(now / 1_000);
  const expiresAt = issuedAt + LIFETIME_SECONDS;
  const content = [
    { alg: 'HS256', typ: 'JWT' },
    { iss: 'user', sub: userId, iat: issuedAt, exp: expiresAt },
  ]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = createHmac('sha256', secret)
    .update(content)
    .digest('base64url');
  return {
    token: `${content}.${signature}`,
    expiresAt: new Date(expiresAt * 1_000).toISOString(),
  };
}
