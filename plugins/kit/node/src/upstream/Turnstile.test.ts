import { Turnstile } from './Turnstile';

describe('Turnstile', () => {
  it('lets so many through at once, and in the end everybody', async () => {
    const turnstile = new Turnstile(3);
    let inside = 0;
    let most = 0;
    const passed = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        turnstile.pass(async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise(resolve => setImmediate(resolve));
          inside -= 1;
          return number;
        }),
      ),
    );
    expect(most).toBe(3);
    expect(passed).toHaveLength(50);
  });

  it('goes on after a failure', async () => {
    const turnstile = new Turnstile(1);
    const failure = turnstile.pass(async () => {
      throw new Error('no');
    });
    await expect(failure).rejects.toThrow('no');
    await expect(turnstile.pass(async () => 'yes')).resolves.toBe('yes');
  });
});
