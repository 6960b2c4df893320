import { fill, holds, ExpressionError, type ExpressionContext } from '.';

describe('expressions', () => {
  const context: ExpressionContext = {
    failed: false,
    values: {
      github: { sha: 'abc', ref: 'refs/heads/main', event_name: 'push' },
      env: { SERVICE: 'order' },
      needs: { build: { outputs: { tag: 'v1' }, result: 'success' } },
    },
  };

  it('fills lookups and leaves other text alone', () => {
    expect(
      fill('tag ${{ github.sha }} of ${{env.SERVICE}} $HOME', context),
    ).toBe('tag abc of order $HOME');
    expect(
      fill('${{ needs.build.outputs.tag }}/${{ env.ABSENT }}', context),
    ).toBe('v1/');
    expect(fill("${{ env.ABSENT || 'other' }}", context)).toBe('other');
  });

  it.each([
    ["github.ref == 'refs/heads/main'", true],
    [
      "${{ github.event_name == 'push' && github.ref != 'refs/heads/main' }}",
      false,
    ],
    [
      "(github.event_name == 'PUSH' || false) && !startsWith(github.ref, 'refs/tags')",
      true,
    ],
    ['failure()', false],
    ['always()', true],
    ["contains(needs.build.result, 'fail')", false],
    ['true', true],
  ])('%s is %s', (condition, expected) => {
    expect(holds(condition, context)).toBe(expected);
  });

  it('lets nothing run after a failure unless the condition says so', () => {
    const after = { ...context, failed: true };
    expect(holds(undefined, after)).toBe(false);
    expect(holds('true', after)).toBe(false);
    expect(holds('failure()', after)).toBe(true);
    expect(holds("always() && github.sha == 'abc'", after)).toBe(true);
  });

  it.each([
    'fromJSON(github.sha)',
    'github.sha ==',
    'matrix.version',
    'github.sha[0]',
    'github == 1',
    "'open",
  ])('refuses %s by name', expression => {
    expect(() => fill(`\${{ ${expression} }}`, context)).toThrow(
      ExpressionError,
    );
    expect(() => fill(`\${{ ${expression} }}`, context)).toThrow(expression);
  });
});
