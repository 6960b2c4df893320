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
  // The first four have a place of their own below; the graph of everything is reached from an entity.
  for (const page of [
    'home',
    'scaffolder',
    'search',
    'notifications',
    'catalog-graph',
  ]) {
    nav.take(`page:${page}`);
  }
  const main = [
    'catalog',
    'argocd/applications',
    'slo/slos',
    'ecr/findings',
    'api-docs',
    'techdocs',
  ].map(page => nav.take(`page:${page}`));
  const settings = nav.take('page:user-settings');
  const others = nav.rest({ sortBy: 'title' });
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
          {main}
          {others.length > 0 && (
            <SidebarScrollWrapper>{others}</SidebarScrollWrapper>
          )}
          <NotificationsSidebarItem />
        </SidebarGroup>
        <SidebarSpace />
        <SidebarDivider />
        <SidebarGroup
          label={t('settings')}
          icon={<UserSettingsSignInAvatar />}
          to="/settings"
        >
          {settings}
        </SidebarGroup>
      </Sidebar>
    </SearchModalProvider>
  );
};
