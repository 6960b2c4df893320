import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { createAccounts, normalizeEmail } from '../src/accounts.js';
import { createApp } from '../src/app.js';
import { silentLog } from '../src/http/log.js';
import { ask } from './ask.js';

const secret = 'of the test';
const request = await ask(
  createApp({ accounts: createAccounts({ secret }), log: silentLog }),
);
const customer = {
  email: 'Customer@Shop.example',
  password: 'correct horse battery',
  name: 'A customer',
};
const register = more =>
  request('POST', '/users', { body: { ...customer, ...more } });
const signIn = (email, password) =>
  request('POST', '/sessions', { body: { email, password } });

test('registers and signs in, whatever the case of the address', async () => {
  const { status, body: user } = await register();
  assert.equal(status, 201);
  assert.deepEqual(Object.keys(user).sort(), [
    'email',
    'id',
    'name',
    'registeredAt',
  ]);
  assert.deepEqual((await request('GET', `/users/${user.id}`)).body, user);

  const { body: session } = await signIn(
    ' CUSTOMER@shop.example',
    customer.password,
  );
  const [header, claims, signature] = session.token.split('.');
  const expected = createHmac('sha256', secret)
    .update(`${header}.${claims}`)
    .digest('base64url');
  assert.equal(signature, expected);
  const { sub, exp, iat } = JSON.parse(Buffer.from(claims, 'base64url'));
  assert.equal(sub, user.id);
  assert.equal(exp - iat, 3_600);
});

test('an address has one account', async () => {
  assert.equal(
    (await register({ email: 'customer@shop.EXAMPLE' })).status,
    409,
  );
});

test('answers the same to a wrong password and to a wrong address', async () => {
  const wrongPassword = await signIn(customer.email, 'not the password');
  const wrongAddress = await signIn('nobody@shop.example', customer.password);
  assert.deepEqual(wrongPassword.body, wrongAddress.body);
  assert.equal(wrongPassword.status, 401);
});

test('locks an account that is guessed at, even for the right password', async () => {
  await register({ email: 'guessed@shop.example' });
  for (let index = 0; index < 5; index += 1)
    await signIn('guessed@shop.example', 'guess');
  const locked = await signIn('guessed@shop.example', customer.password);
  assert.equal(locked.status, 429);
  assert.ok(Number(locked.headers.get('retry-after')) > 800);
});

test('refuses poor passwords, addresses and names', async () => {
  for (const body of [
    { password: 'short' },
    { password: undefined },
    { email: 'someone@shop.example', password: 'someone-12345' },
    { email: 'no address' },
    { name: ' ' },
  ]) {
    assert.equal(
      (await register({ email: 'new@shop.example', ...body })).status,
      400,
    );
  }
});

test('knows an address when it sees one', () => {
  assert.equal(normalizeEmail(' A@B.example '), 'a@b.example');
  for (const text of [
    '',
    'a@b',
    '@b.example',
    'a b@c.example',
    undefined,
    `${'a'.repeat(250)}@b.example`,
  ]) {
    assert.equal(normalizeEmail(text), undefined);
  }
});
