/** What runs is due again after so many seconds: soon enough to follow it, and one call for all who look. */
export const RUNNING_SECONDS = 4;

/** For what does not change any more: ten years. */
export const FOR_EVER_SECONDS = 10 * 365 * 24 * 3_600;

/** What a project says of itself changes when somebody changes the project. */
export const FACTS_SECONDS = 3_600;

/** Who carries a tag changes seldom, and asking is a call for each account and region. */
export const TAGS_SECONDS = 600;
