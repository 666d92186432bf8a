export interface Organization {
  id: number;
  /** UUID of its account. */
  account: string;
  name: string;
  /** The original slug; hex is made where it goes on the wire. */
  slug: string;
  createdAt: string;
  lastUpdatedAt: string;
}
