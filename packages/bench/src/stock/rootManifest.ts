/** As much of a package.json as is read here. */
interface Manifest {
  resolutions?: Record<string, string>;
  [field: string]: unknown;
}

/**
 * Stock's root manifest with our resolutions, so that both sides get the same versions of what these name. The field
 * `packageManager` goes: Yarn is the one that our checkout uses.
 */
export function withResolutions(stock: Manifest, ours: Manifest): Manifest {
  const { packageManager: _, ...rest } = stock;
  return {
    ...rest,
    resolutions: { ...stock.resolutions, ...ours.resolutions },
  };
}
