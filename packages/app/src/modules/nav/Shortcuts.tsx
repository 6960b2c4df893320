import { useSearchModal } from '@backstage/plugin-search';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { shortcutFor } from './shortcutFor';

/** How long `g` waits for its second key. */
const PREFIX_MILLISECONDS = 1_000;

const PATHS = { catalog: '/catalog', home: '/', slos: '/slos' };

/** `/` opens the search, `g c` the catalog, `g h` the home page, `g s` all SLOs. */
export const Shortcuts = () => {
  const navigate = useNavigate();
  const { setOpen } = useSearchModal();
  const prefixUntil = useRef(0);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const now = Date.now();
      const shortcut = shortcutFor(event, now < prefixUntil.current);
      prefixUntil.current = 0;
      if (!shortcut) return;
      if (shortcut === 'prefix') {
        prefixUntil.current = now + PREFIX_MILLISECONDS;
        return;
      }
      event.preventDefault();
      if (shortcut === 'search') setOpen(true);
      else navigate(PATHS[shortcut]);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate, setOpen]);

  return null;
};
