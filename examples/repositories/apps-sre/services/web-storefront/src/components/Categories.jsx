/** The tree of categories as nested lists of buttons. */
export function Categories({ categories, selected, onSelect }) {
  if (categories.length === 0) return null;
  return (
    <nav aria-label="Categories">
      <Level nodes={categories} selected={selected} onSelect={onSelect} />
    </nav>
  );
}

function Level({ nodes, selected, onSelect }) {
  return (
    <ul>
      {nodes.map(({ slug, name, children }) => (
        <li key={slug}>
          <button
            type="button"
            aria-current={slug === selected ? 'page' : undefined}
            onClick={() => onSelect(slug)}
          >
            {name}
          </button>
          {children.length > 0 && (
            <Level nodes={children} selected={selected} onSelect={onSelect} />
          )}
        </li>
      ))}
    </ul>
  );
}
