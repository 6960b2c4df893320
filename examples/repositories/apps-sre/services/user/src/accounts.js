import { randomUUID } from 'node:crypto';
import { Problem } from './http/problem.js';
import { createLockout } from './lockout.js';
import { hashPassword, isWeak, verifyPassword } from './passwords.js';
import { issueToken } from './tokens.js';

const LEAST_LETTERS = 12;

/** Accounts of customers, held in memory. */
export function createAccounts({ secret, lockout = createLockout() }) {
  const byEmail = new Map();
  const byId = new Map();
  // Compared with when there is no account, so that the answer takes as long and tells nobody who is a customer.
  const decoy = hashPassword(randomUUID());

  return {
    async register({ email, password, name }) {
      const address = normalizeEmail(email);
      if (!address) throw new Problem(400, 'That is not an e-mail address');
      if (!name?.trim()) throw new Problem(400, 'A name is needed');
      checkPassword(password, address);
      if (byEmail.has(address))
        throw new Problem(409, 'There is an account with this e-mail address');

      const account = {
        id: randomUUID(),
        email: address,
        name: name.trim(),
        registeredAt: new Date().toISOString(),
      };
      byEmail.set(address, account);
      account.hash = await hashPassword(password);
      byId.set(account.id, account);
      return viewOf(account);
    },

    read(id) {
      const account = byId.get(id);
      if (!account) throw new Problem(404, 'There is no such account');
      return viewOf(account);
    },

    async signIn({ email, password }) {
      const address = normalizeEmail(email) ?? '';
      const seconds = lockout.secondsLeft(address);
      if (seconds > 0) {
        throw new Problem(429, 'Too many failures; try again later', {
          'Retry-After': String(seconds),
        });
      }
      const account = byEmail.get(address);
      const hash = account?.hash ?? (await decoy);
      const right = await verifyPassword(String(password ?? ''), hash);
      if (!account?.hash || !right) {
        lockout.fail(address);
        throw new Problem(401, 'E-mail address or password is wrong');
      }
      lockout.succeed(address);
      if (isWeak(account.hash)) account.hash = await hashPassword(password);
      return issueToken({ secret, userId: account.id });
    },
  };
}

/** The address as accounts are found by it: trimmed and in lower case; undefined when it is none. */
export function normalizeEmail(email) {
  const address = String(email ?? '')
    .trim()
    .toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && address.length <= 254
    ? address
    : undefined;
}

function checkPassword(password, address) {
  if (typeof password !== 'string' || [...password].length < LEAST_LETTERS) {
    throw new Problem(400, `A password has at least ${LEAST_LETTERS} letters`);
  }
  if (password.toLowerCase().includes(address.split('@')[0])) {
    throw new Problem(400, 'A password must not contain the e-mail address');
  }
}

function viewOf({ id, email, name, registeredAt }) {
  return { id, email, name, registeredAt };
}
