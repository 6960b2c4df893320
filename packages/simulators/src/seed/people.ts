/** A role of the demo organisation as the author of a commit. */
export function authorOf(role: string): { name: string; email: string } {
  const slug = role.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { name: role, email: `${slug}@shopstack.example` };
}

export const PLATFORM_ENGINEER = authorOf('Platform engineer');
