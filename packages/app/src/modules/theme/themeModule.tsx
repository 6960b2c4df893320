import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { UnifiedThemeProvider } from '@backstage/theme';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { darkTheme, lightTheme } from './themes';

/** The name by which `shopstack.css` finds the page. */
const THEME_NAME = 'shopstack';

const light = ThemeBlueprint.make({
  name: 'light',
  params: {
    theme: {
      id: 'light',
      title: 'Light',
      variant: 'light',
      icon: <RiSunLine size={20} />,
      Provider: ({ children }) => (
        <UnifiedThemeProvider theme={lightTheme} themeName={THEME_NAME}>
          {children}
        </UnifiedThemeProvider>
      ),
    },
  },
});

const dark = ThemeBlueprint.make({
  name: 'dark',
  params: {
    theme: {
      id: 'dark',
      title: 'Dark',
      variant: 'dark',
      icon: <RiMoonLine size={20} />,
      Provider: ({ children }) => (
        <UnifiedThemeProvider theme={darkTheme} themeName={THEME_NAME}>
          {children}
        </UnifiedThemeProvider>
      ),
    },
  },
});

/** Replaces both stock themes, by their ids. */
export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [light, dark],
});
