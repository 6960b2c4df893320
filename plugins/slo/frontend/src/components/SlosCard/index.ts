export { SlosCard } from './SlosCard';
