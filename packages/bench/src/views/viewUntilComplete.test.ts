import type { Viewer } from './View';
import { viewUntilComplete } from './viewUntilComplete';

const viewer = (complete: boolean[]) => {
  const images = jest.fn(async () => ({
    milliseconds: 1,
    complete: complete.shift()!,
    body: { items: [], sources: [] },
  }));
  return { images } as Partial<Viewer> as Viewer;
};

describe('viewUntilComplete', () => {
  it('is done with an answer that has everything', async () => {
    const view = await viewUntilComplete(viewer([true]), 'images', 'cart');
    expect(view.answers).toBe(1);
  });

  it('counts the whole time until everything is there', async () => {
    const view = await viewUntilComplete(
      viewer([false, false, true]),
      'images',
      'cart',
    );
    expect(view.answers).toBe(3);
    expect(view.milliseconds).toBeGreaterThan(40);
  });
});
