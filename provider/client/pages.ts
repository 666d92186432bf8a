export async function allPages<T>(page: (at: { limit: number; offset: number }) => Promise<T[]>, o: any): Promise<T[]> {
  return page(o);
}
