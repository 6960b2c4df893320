/** A format of ours by its name, or a list of objectives under a name that is mistyped. */
const SIGNS =
  /^\s*(?:- )?(?:(?:version|apiVersion):\s*["']?(?:prometheus|sloth|openslo)|slos:|objectives:)/im;

/**
 * Whether a YAML file that nobody named, found in a folder, is one of ours: folders of services hold many others. Says yes
 * also of files that are wrong, so that a typing error in the version hides none.
 */
export function statesObjectives(text: string): boolean {
  return SIGNS.test(text);
}
