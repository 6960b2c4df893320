import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from './listen';
import { PortMemory } from './PortMemory';

const answer =
  (text: string) =>
  (_request: unknown, response: { end(body: string): void }) =>
    response.end(text);

describe('listen', () => {
  it('takes the preferred port when it is free, and another when it is not', async () => {
    const first = await listen(answer('first'), 0);
    const second = await listen(answer('second'), first.port);
    expect(second.port).not.toBe(first.port);
    expect(await (await fetch(first.url)).text()).toBe('first');
    expect(await (await fetch(second.url)).text()).toBe('second');

    await first.close();
    const third = await listen(answer('third'), first.port);
    expect(third.port).toBe(first.port);
    await Promise.all([second.close(), third.close()]);
  });

  it('closes although a client holds a connection open', async () => {
    const listener = await listen((_request, response) => {
      response.write('begun');
    }, 0);
    const response = await fetch(listener.url);
    await listener.close();
    await expect(response.text()).rejects.toThrow();
  });
});

describe('PortMemory', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ports-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('remembers ports across instances and survives a damaged file', () => {
    new PortMemory(directory).set('github', 7101);
    expect(new PortMemory(directory).get('github')).toBe(7101);
    expect(new PortMemory(directory).get('aws')).toBeUndefined();
    writeFileSync(join(directory, 'ports.json'), '{"github": ');
    expect(new PortMemory(directory).get('github')).toBeUndefined();
  });
});
