import { abbaOrder, alternate } from './alternate';

describe('abbaOrder', () => {
  it('turns the order round in every other pair', () => {
    expect(abbaOrder(3)).toEqual([
      'ours',
      'stock',
      'stock',
      'ours',
      'ours',
      'stock',
    ]);
  });
});

describe('alternate', () => {
  it('never runs both sides at once and keeps each side in order', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const side = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      runs += 1;
      return { value: runs };
    };
    const seen: string[] = [];
    const samples = await alternate(2, { ours: side, stock: side }, name =>
      seen.push(name),
    );
    expect(most).toBe(1);
    expect(samples.ours.map(({ value }) => value)).toEqual([1, 4]);
    expect(samples.stock.map(({ value }) => value)).toEqual([2, 3]);
    expect(seen).toEqual(['ours', 'stock', 'stock', 'ours']);
  });

  it('ends with the first run that fails', async () => {
    const stock = jest.fn();
    await expect(
      alternate(2, {
        ours: () => Promise.reject(new Error('did not start')),
        stock,
      }),
    ).rejects.toThrow('did not start');
    expect(stock).not.toHaveBeenCalled();
  });
});
