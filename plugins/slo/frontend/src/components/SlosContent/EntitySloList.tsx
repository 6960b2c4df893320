export const EntitySloList = ({ entityRef }: { entityRef: string }) => (
  <p>{entityRef}</p>
);
