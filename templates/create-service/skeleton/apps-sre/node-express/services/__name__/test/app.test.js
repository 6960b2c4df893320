import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import pino from 'pino';
import request from 'supertest';
import { createApp } from '../src/app.js';
import { readConfig } from '../src/config.js';
import { createLifecycle } from '../src/lifecycle.js';
import { createMetrics } from '../src/metrics.js';

describe('the service', () => {
  let app;
  let lifecycle;
  let metrics;

  beforeEach(() => {
    lifecycle = createLifecycle();
    metrics = createMetrics();
    app = createApp({
      config: readConfig({ ENVIRONMENT: 'test', SERVICE_VERSION: 'abc1234' }),
      lifecycle,
      logger: pino({ level: 'silent' }),
      metrics,
    });
  });

  it('is alive before it is ready, and not ready when it stops', async () => {
    await request(app).get('/health').expect(200, { status: 'ok' });
    await request(app).get('/ready').expect(503, { status: 'starting' });

    lifecycle.started();
    await request(app).get('/ready').expect(200, { status: 'ok' });

    lifecycle.stopping();
    await request(app).get('/ready').expect(503, { status: 'stopping' });
    await request(app).get('/health').expect(200);
  });

  it('says which build answers', async () => {
    await request(app).get('/v1/info').expect(200, {
      service: '<$ name $>',
      version: 'abc1234',
      environment: 'test',
    });
  });

  it('answers an unknown path with a problem', async () => {
    const { body, type } = await request(app).get('/nowhere').expect(404);
    assert.equal(type, 'application/problem+json');
    assert.equal(body.detail, 'GET /nowhere');
  });

  it('answers broken JSON with a problem, not with a server error', async () => {
    await request(app)
      .post('/v1/info')
      .set('content-type', 'application/json')
      .send('{')
      .expect(400);
  });

  it('counts requests by route, not by path, and leaves probes out', async () => {
    await request(app).get('/v1/info?from=one').expect(200);
    await request(app).get('/v1/info?from=two').expect(200);
    await request(app).get('/unknown/one').expect(404);
    await request(app).get('/unknown/two').expect(404);
    await request(app).get('/health').expect(200);

    const { text } = await request(app).get('/metrics').expect(200);
    assert.match(
      text,
      /^http_requests_total\{route="\/v1\/info",method="GET",status="200"\} 2$/m,
    );
    assert.match(
      text,
      /^http_requests_total\{route="unmatched",method="GET",status="404"\} 2$/m,
    );
    assert.match(
      text,
      /^http_request_duration_seconds_count\{route="\/v1\/info",method="GET",status="200"\} 2$/m,
    );
    assert.doesNotMatch(text, /route="\/health"/);
  });
});
