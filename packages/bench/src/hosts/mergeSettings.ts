type Settings = Record<string, unknown>;

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds settings to settings: objects grow together, everything else is replaced. */
export function mergeSettings(base: object, additions: object): Settings {
  const merged: Settings = { ...base };
  for (const [key, value] of Object.entries(additions)) {
    const before = merged[key];
    merged[key] =
      isSettings(before) && isSettings(value)
        ? mergeSettings(before, value)
        : value;
  }
  return merged;
}
