/** The team that runs the platform and may act on every service. */
export const PLATFORM_TEAM_REF = 'group:default/team-platform';
