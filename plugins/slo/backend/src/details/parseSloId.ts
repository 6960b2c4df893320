/** What the id of a reference names. */
export interface ParsedSloId {
  /** As the label `sloth_id` says. */
  slothId: string;
  /** Labels that tell the objective from others of the same id. */
  variant: Record<string, string>;
}

const MATCHER = /([A-Za-z_][A-Za-z0-9_]*)=("(?:[^"\\]|\\.)*")/g;

/** The last braces that hold nothing but matchers; a brace before them is a part of the name. */
const VARIANT =
  /^(.*)\{((?:[A-Za-z_][A-Za-z0-9_]*="(?:[^"\\]|\\.)*"(?:,(?!\})|(?=\})))*)\}$/s;

/** Reads the id of a reference, such as `orders-availability{cluster="eu"}`; most have no labels. */
export function parseSloId(id: string): ParsedSloId {
  const [, slothId, matchers] = VARIANT.exec(id) ?? [];
  if (slothId === undefined) return { slothId: id, variant: {} };
  const variant = [...matchers.matchAll(MATCHER)].flatMap(
    ([, name, text]): [string, string][] => {
      const value = parseText(text);
      return value === undefined ? [] : [[name, value]];
    },
  );
  return { slothId, variant: Object.fromEntries(variant) };
}

function parseText(text: string): string | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
