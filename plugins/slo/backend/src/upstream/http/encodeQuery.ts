/**
 * Keys and values as a query or a form. Spaces are `%20`, which every server and every signature reads alike, while `+`
 * is a space to some and a plus to others.
 */
export function encodeQuery(pairs: [key: string, value: string][]): string {
  return pairs
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join('&');
}

/** As RFC 3986 has it; `encodeURIComponent` leaves five characters that signatures encode. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
