const FULL_SHA = /^[0-9a-f]{40}$/;

/** The value when it is a full commit SHA. */
export function fullSha(value: string | undefined): string | undefined {
  return value !== undefined && FULL_SHA.test(value) ? value : undefined;
}

/** The page of a commit at its forge. Credentials in the address, which clone URLs may carry, are left behind. */
export function commitUrl(
  repositoryUrl: string | undefined,
  commit: string | undefined,
): string | undefined {
  if (!repositoryUrl || !commit || !URL.canParse(repositoryUrl)) {
    return undefined;
  }
  const { protocol, host, pathname } = new URL(repositoryUrl);
  return protocol === 'https:' || protocol === 'http:'
    ? `${protocol}//${host}${pathname.replace(/(\.git)?\/*$/, '')}/commit/${commit}`
    : undefined;
}
