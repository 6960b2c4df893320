export const SlosCard = () => null;
