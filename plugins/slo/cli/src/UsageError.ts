/** The command was called wrongly; nothing was read. */
export class UsageError extends Error {}
