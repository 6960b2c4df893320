import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import pino from 'pino';
import { createLifecycle, stopGracefully } from '../src/lifecycle.js';

describe('stopGracefully', () => {
  it('lets an open request end and is not ready meanwhile', async () => {
    let release;
    let arrived;
    const open = new Promise(resolve => {
      arrived = resolve;
    });
    const server = createServer((_request, response) => {
      release = () => response.end('done');
      arrived();
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const lifecycle = createLifecycle();
    lifecycle.started();

    const answer = fetch(`http://127.0.0.1:${server.address().port}/`);
    await open;
    const stopped = stopGracefully({
      server,
      lifecycle,
      config: { drainMilliseconds: 0, stopMilliseconds: 10_000 },
      logger: pino({ level: 'silent' }),
    });
    assert.equal(lifecycle.status, 'stopping');
    release();

    assert.equal(await (await answer).text(), 'done');
    assert.equal(await stopped, true);
  });

  it('does not wait for ever', async () => {
    let arrived;
    const open = new Promise(resolve => {
      arrived = resolve;
    });
    const server = createServer(() => arrived());
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const answer = fetch(`http://127.0.0.1:${server.address().port}/`);
    answer.catch(() => {});
    await open;

    const stopped = await stopGracefully({
      server,
      lifecycle: createLifecycle(),
      config: { drainMilliseconds: 0, stopMilliseconds: 10 },
      logger: pino({ level: 'silent' }),
    });
    assert.equal(stopped, false);
    await assert.rejects(answer);
  });
});
