/** Something that bears a name already. */
export interface NameConflict {
  /** The repository, or `catalog`. */
  where: string;
  /** What it is and where it stands. */
  what: string;
}
