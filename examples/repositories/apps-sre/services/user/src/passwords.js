import {
  randomBytes,
  scrypt as scryptCallback,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';

const scrypt = promisify(scryptCallback);
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Cost of new hashes (N of scrypt). A hash carries the cost it was made with, so this can be raised at any time. */
export const COST = 16_384;

/** Makes what is stored instead of a password: `scrypt$cost$salt$key`. */
export async function hashPassword(password, cost = COST) {
  const salt = randomBytes(SALT_BYTES);
  const key = await scrypt(password.normalize('NFKC'), salt, KEY_BYTES, {
    N: cost,
  });
  return [
    'scrypt',
    cost,
    salt.toString('base64url'),
    key.toString('base64url'),
  ].join('$');
}

/** True when the password is the one that the hash was made of. Takes as long when it is not. */
export async function verifyPassword(password, hash) {
  const [, cost, salt, key] = hash.split('$');
  const actual = await scrypt(
    password.normalize('NFKC'),
    Buffer.from(salt, 'base64url'),
    KEY_BYTES,
    { N: Number(cost) },
  );
  return timingSafeEqual(actual, Buffer.from(key, 'base64url'));
}

/** True when the hash was made cheaper than new ones are. */
export function isWeak(hash) {
  return Number(hash.split('$')[1]) < COST;
}
