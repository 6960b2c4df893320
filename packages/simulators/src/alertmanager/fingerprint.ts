const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;
const SEPARATOR = 0xffn;

/** The name of a set of labels in Alertmanager's API: FNV-1a of 64 bits over names and values, in hexadecimal. */
export function fingerprint(labels: Readonly<Record<string, string>>): string {
  let hash = OFFSET;
  const add = (byte: bigint) => {
    hash = ((hash ^ byte) * PRIME) & MASK;
  };
  for (const name of Object.keys(labels).sort()) {
    for (const text of [name, labels[name]]) {
      for (const byte of Buffer.from(text)) add(BigInt(byte));
      add(SEPARATOR);
    }
  }
  return hash.toString(16).padStart(16, '0');
}
