/** The address when a person may follow it: a link that an upstream gave might be anything. */
export function webUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) {
    return undefined;
  }
  const { protocol, username, password } = new URL(address);
  const open = protocol === 'https:' || protocol === 'http:';
  return open && !username && !password ? address : undefined;
}
