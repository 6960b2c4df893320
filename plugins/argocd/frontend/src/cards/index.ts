export { ArgocdCardsApi } from './ArgocdCardsApi';
