import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const navTranslationRef = createTranslationRef({
  id: 'app.nav',
  messages: {
    home: 'Home',
    create: 'Create',
    search: 'Search',
    menu: 'Menu',
    settings: 'Settings',
    logo: 'ShopStack Portal, home',
  },
});
