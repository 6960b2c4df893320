import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import {
  SearchModalProvider,
  SidebarSearchModal,
} from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import {
  RiAddBoxLine,
  RiHome5Line,
  RiMenuLine,
  RiSearchLine,
} from '@remixicon/react';
import { Shortcuts } from './Shortcuts';
import { SidebarLogo } from './SidebarLogo';
import { navTranslationRef } from './translation';

/** The sidebar; on a narrow screen its groups become the bar at the bottom. */
export const PortalSidebar = ({ navItems }: NavContentComponentProps) => {
  const { t } = useTranslationRef(navTranslationRef);
  const nav = navItems.withComponent(item => (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  ));
  // These have a place of their own below.
  for (const page of ['home', 'scaffolder', 'search', 'notifications']) {
    nav.take(`page:${page}`);
  }
  return (
    <SearchModalProvider>
      <Shortcuts />
      <Sidebar>
        <SidebarLogo />
        <SidebarGroup label={t('home')} icon={<RiHome5Line />} to="/">
          <SidebarItem
            icon={() => <RiHome5Line size={20} />}
            to="/"
            text={t('home')}
          />
        </SidebarGroup>
        <SidebarGroup label={t('search')} icon={<RiSearchLine />} to="/search">
          <SidebarSearchModal icon={() => <RiSearchLine size={20} />} />
        </SidebarGroup>
        <SidebarGroup label={t('create')} icon={<RiAddBoxLine />} to="/create">
          <SidebarItem
            icon={() => <RiAddBoxLine size={20} />}
            to="/create"
            text={t('create')}
          />
        </SidebarGroup>
        <SidebarDivider />
        <SidebarGroup label={t('menu')} icon={<RiMenuLine />}>
          {nav.take('page:catalog')}
          {nav.take('page:api-docs')}
          {nav.take('page:techdocs')}
          <SidebarScrollWrapper>
            {nav
              .rest({ sortBy: 'title' })
              .filter(item => item.key !== 'page:user-settings')}
          </SidebarScrollWrapper>
          <NotificationsSidebarItem />
        </SidebarGroup>
        <SidebarSpace />
        <SidebarDivider />
        <SidebarGroup
          label={t('settings')}
          icon={<UserSettingsSignInAvatar />}
          to="/settings"
        >
          {nav.take('page:user-settings')}
        </SidebarGroup>
      </Sidebar>
    </SearchModalProvider>
  );
};
