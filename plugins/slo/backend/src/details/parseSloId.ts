/** What the id of a reference names. */
export interface ParsedSloId {
  /** As the label `sloth_id` says. */
  slothId: string;
  /** Labels that tell the objective from others of the same id. */
  variant: Record<string, string>;
}

const MATCHER = /([A-Za-z_][A-Za-z0-9_]*)=("(?:[^"\\]|\\.)*")/g;

/** Reads the id of a reference, such as `orders-availability{cluster="eu"}`; most have no labels. */
export function parseSloId(id: string): ParsedSloId {
  const brace = id.indexOf('{');
  if (brace < 0) return { slothId: id, variant: {} };
  const matchers = [...id.slice(brace).matchAll(MATCHER)].flatMap(
    ([, name, text]): [string, string][] => {
      const value = parseText(text);
      return value === undefined ? [] : [[name, value]];
    },
  );
  return { slothId: id.slice(0, brace), variant: Object.fromEntries(matchers) };
}

function parseText(text: string): string | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
