/** Keeps the last result for each name, and makes it anew when one of the parts that it was made of is another. */
export class LastJoin<T> {
  readonly #kept = new Map<string, { parts: readonly unknown[]; value: T }>();

  /** `parts` are compared by identity. The value is shared: it must not be changed. */
  get(name: string, parts: readonly unknown[], make: () => T): T {
    const kept = this.#kept.get(name);
    const isSame =
      kept?.parts.length === parts.length &&
      kept.parts.every((part, index) => part === parts[index]);
    if (kept && isSame) {
      return kept.value;
    }
    const value = make();
    this.#kept.set(name, { parts, value });
    return value;
  }
}
