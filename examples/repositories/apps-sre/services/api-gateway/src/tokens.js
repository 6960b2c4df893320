import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Reads a JSON Web Token (HS256) of the user service. Answers the customer's id, or undefined when the token is
 * missing, signed by another, of another algorithm, or over.
 */
export function customerOf(authorization, { secret, now = Date.now() }) {
  const match = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(
    authorization ?? '',
  );
  if (!match || !secret) return undefined;
  const [, header, claims, signature] = match;

  const expected = createHmac('sha256', secret)
    .update(`${header}.${claims}`)
    .digest();
  const actual = Buffer.from(signature, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    return undefined;

  const { alg } = read(header);
  const { iss, sub, exp } = read(claims);
  const valid = alg === 'HS256' && iss === 'user' && exp * 1_000 > now;
  return valid ? sub : undefined;
}

function read(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url')) ?? {};
  } catch {
    return {};
  }
}
