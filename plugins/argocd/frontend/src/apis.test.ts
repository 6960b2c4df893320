import { argoCDApiRef } from '@roadiehq/backstage-plugin-argo-cd';
import { argocdCardsApiRef } from './apis';

describe('argocdCardsApiRef', () => {
  it('is the reference that the cards ask for', () => {
    expect(argocdCardsApiRef.id).toBe(argoCDApiRef.id);
  });
});
