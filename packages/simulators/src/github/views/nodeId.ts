/** A stable positive number for a name, as GitHub gives everything an id. */
export function numberOf(name: string): number {
  let hash = 17;
  for (const character of name) {
    hash = (hash * 31 + character.codePointAt(0)!) % 2_000_000_011;
  }
  return hash;
}

/** The opaque id of GraphQL: what it is, and its name. */
export function nodeId(type: string, name: string): string {
  return Buffer.from(`${type}:${name}`).toString('base64url');
}

/** What `nodeId` was given, or undefined. */
export function readNodeId(
  id: string,
): { type: string; name: string } | undefined {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0
    ? undefined
    : { type: text.slice(0, colon), name: text.slice(colon + 1) };
}
