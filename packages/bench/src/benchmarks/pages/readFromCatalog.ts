import { timed, type View } from '../../views/View';

/** One entity from stock's catalog: what any page of Backstage takes that knows of what it is. */
export function readFromCatalog(
  address: string,
  token: string,
  name: string,
): Promise<View> {
  return timed(
    async () => {
      const response = await fetch(
        `${address}/api/catalog/entities/by-name/component/default/${name}`,
        { headers: { authorization: `Bearer ${token}` } },
      );
      return response.json();
    },
    () => true,
  );
}
