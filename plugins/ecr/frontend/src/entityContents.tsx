import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isEcrAvailable } from './availability';

/** The tab "Images". */
export const ecrImagesEntityContent = EntityContentBlueprint.make({
  name: 'images',
  params: {
    path: '/images',
    title: 'Images',
    filter: isEcrAvailable,
    loader: () =>
      import('./components/ImagesContent').then(m => <m.ImagesContent />),
  },
});
