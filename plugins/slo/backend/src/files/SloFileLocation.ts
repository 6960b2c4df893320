/** One SLO file that an entity names. */
export interface SloFileLocation {
  /** As the reader of the portal reads it. */
  url: string;
  /** The page that people open; a line of it where one is given, counted from 1. */
  page(line?: number): string;
}

/** Why a file that an entity names is not read. */
export interface RefusedLocation {
  /** As the annotation names it. */
  url: string;
  reason: string;
}
