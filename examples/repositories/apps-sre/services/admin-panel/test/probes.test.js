import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog } from '../server/http/log.js';
import { createService } from '../server/http/service.js';
import { ask } from './ask.js';

const service = createService({
  log: silentLog,
  routes: app => {
    app.get('/things/:id', (_request, response) => response.json({}));
    app.get('/broken', () => {
      throw new Error('the password is secret');
    });
  },
});
const request = await ask(service);

test('is ready only while it serves', async () => {
  assert.equal((await request('GET', '/ready')).status, 200);
  service.life.state = 'stopping';
  assert.equal((await request('GET', '/ready')).status, 503);
  assert.equal((await request('GET', '/health')).status, 200);
  service.life.state = 'serving';
});

test('counts requests by route, and leaves probes out', async () => {
  await request('GET', '/things/1');
  await request('GET', '/things/2');
  await request('GET', '/nowhere');
  const { body } = await request('GET', '/metrics');
  assert.match(
    body,
    /http_requests_total\{route="\/things\/:id",method="GET",status="200"\} 2/,
  );
  assert.match(
    body,
    /http_requests_total\{route="unmatched",method="GET",status="404"\} 1/,
  );
  assert.match(body, /http_request_duration_seconds_bucket/);
  assert.doesNotMatch(body, /route="\/(health|ready|metrics)"/);
});

test('tells a client nothing about a fault of its own', async () => {
  const answer = await request('GET', '/broken');
  assert.equal(answer.status, 500);
  assert.match(
    answer.headers.get('content-type'),
    /application\/problem\+json/,
  );
  assert.equal(answer.body.title, 'Internal Server Error');
  assert.doesNotMatch(JSON.stringify(answer.body), /password/);
});
