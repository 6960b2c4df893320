export const SlosPage = () => null;
