/** Larger files are not written by a person, and no planner needs to look into them. */
export const TEXT_FILE_MAXIMUM = 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file, or undefined when it is binary or too large. The text encodes back to the same bytes. */
export function toText(content: Uint8Array): string | undefined {
  if (content.byteLength > TEXT_FILE_MAXIMUM || content.includes(0)) {
    return undefined;
  }
  try {
    return decoder.decode(content);
  } catch {
    return undefined;
  }
}
