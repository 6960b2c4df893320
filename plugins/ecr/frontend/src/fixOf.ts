import type { EcrFinding } from '@shopstack/plugin-ecr-common';

/** How a finding can be mended: with a version, or the word of the translations. */
type Fix =
  | { version: string }
  | { word: 'fixExists' | 'fixPartial' | 'fixNo' | 'fixUnknown' };

/** "No fix" only where the scanner says so; where it says nothing, none is known. */
export function fixOf({ fixedIn, fixAvailable }: EcrFinding): Fix {
  if (fixedIn) return { version: fixedIn };
  if (fixAvailable === 'YES') return { word: 'fixExists' };
  if (fixAvailable === 'PARTIAL') return { word: 'fixPartial' };
  return { word: fixAvailable === 'NO' ? 'fixNo' : 'fixUnknown' };
}
