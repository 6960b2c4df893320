/** Longer words of Prometheus help nobody. Characters. */
const LONGEST = 300;

/**
 * Words of an upstream made fit to be shown: one line, bounded, without control characters, credentials in addresses,
 * tokens, or any of the given secrets.
 */
export function cleanWords(text: string, secrets: readonly string[]): string {
  // Replaced before anything is cut: half a secret is one too.
  const without = secrets
    .filter(secret => secret.length > 3)
    .reduce((words, secret) => words.replaceAll(secret, '***'), text)
    .replace(/:\/\/[^\s/@"']*@/g, '://***@')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***');
  const line = without.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST - 1).join('')}…`
    : line;
}
