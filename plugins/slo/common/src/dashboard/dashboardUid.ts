/** Longest uid that Grafana takes. */
const LONGEST = 40;

/**
 * The uid of the dashboard of a service: the same for the same name, so that an import replaces the one before. Names
 * that are too long, or have what a uid must not, are told apart by a hash.
 */
export function dashboardUid(service: string): string {
  const plain = `slo-${service}`;
  const safe = plain.replace(/[^A-Za-z0-9_-]/g, '-');
  if (safe === plain && plain.length <= LONGEST) return plain;
  const hash = fnv1a(service);
  return `${safe.slice(0, LONGEST - hash.length - 1)}-${hash}`;
}

/** 32 bit FNV-1a in hexadecimal: short, and the same everywhere without a library. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
